-- grain: one row per household and the last stage of the chain it reached by the end of a month
with excluded as (
    select
        household_number, household_id, village_code, household_class, last_visit_date,
        'target' as stage, excluded_reason as reason
    from warehouse.household_profile
    where
        $from_target
        and excluded_reason is not null
        and ($district_code is null or district_code = $district_code)
        and ($household_class is null or household_class = $household_class)
),

in_need as not materialized (
    select
        household_number, household_id, village_code, household_class, last_visit_date,
        problem, need_date,
        if(help_date <= last_day(strptime($month, '%Y-%m')), help_date, null) as helped_date,
        if(solved_date <= last_day(strptime($month, '%Y-%m')), solved_date, null) as closed_date,
        case
            when solved_date <= last_day(strptime($month, '%Y-%m')) then 'solved_without_help'
            when help_date > last_day(strptime($month, '%Y-%m')) then 'helped_later'
            when solved_date is not null then 'solved_later'
            else need_status
        end as reason
    from warehouse.household_need
    where
        dimension = $dimension
        and need_date <= last_day(strptime($month, '%Y-%m'))
        and ($district_code is null or district_code = $district_code)
        and ($household_class is null or household_class = $household_class)
),

unverified as (
    select distinct household_id
    from warehouse.need
    where
        $from_found
        and verified_date is null
        and opened_date <= last_day(strptime($month, '%Y-%m'))
        and $dimension in (dimension, 'any')
),

found as (
    select
        profile.household_number, profile.household_id, profile.village_code,
        profile.household_class, profile.last_visit_date,
        'found' as stage,
        if(unverified.household_id is null, 'no_need', 'need_not_verified') as reason
    from warehouse.household_profile as profile
    anti join in_need using (household_number)
    left join unverified using (household_id)
    where
        $from_found
        and profile.excluded_reason is null
        and ($district_code is null or profile.district_code = $district_code)
        and ($household_class is null or profile.household_class = $household_class)
),

waiting as (
    select *, 'need' as stage from in_need where $from_need and helped_date is null
),

helped as (
    select *, 'helped' as stage
    from in_need
    where $from_helped and helped_date is not null and closed_date is null
),

income as (
    select household_id, is_at_or_above_line
    from warehouse.household_income_span
    where strptime($month, '%Y-%m') between first_month and last_month
),

solved as (
    select
        in_need.* exclude (reason),
        if(income.is_at_or_above_line, 'above_line', 'solved') as stage,
        case income.is_at_or_above_line
            when true then 'above_line'
            when false then 'income_below_line'
            else 'income_unknown'
        end as reason
    from in_need
    left join income using (household_id)
    where $from_solved and helped_date is not null and closed_date is not null
),

together as (
    from excluded
    union all by name
    from found
    union all by name
    from waiting
    union all by name
    from helped
    union all by name
    from solved
)

select
    household_number, household_id, village_code, household_class, stage, reason, problem,
    need_date, helped_date, closed_date, last_visit_date
from together
where
    ($stage is null or stage = $stage)
    and ($reason is null or reason = $reason)
