-- grain: one row per month, district, class, dimension, last stage reached and why no further
create table mart_chain as
with wanted_dimension as (
    select unnest(['occupation', 'education', 'health', 'housing', 'welfare', 'any']) as dimension
),

-- A need that nobody has verified yet is known, but not counted as one.
unverified as (
    select
        household_id,
        unnest([dimension, 'any']) as dimension,
        cast(date_trunc('month', opened_date) as date) as month
    from need
    where verified_date is null
),

first_unverified as (
    select household_id, dimension, min(month) as unverified_month
    from unverified
    group by household_id, dimension
),

-- Households that stand alike are counted together before months are set beside them.
alike as (
    select
        profile.district_code,
        profile.household_class,
        wanted_dimension.dimension,
        first_unverified.unverified_month,
        cast(date_trunc('month', need.need_date) as date) as need_month,
        cast(date_trunc('month', need.help_date) as date) as helped_month,
        cast(date_trunc('month', need.solved_date) as date) as solved_month,
        need.need_status,
        count(*) as households
    from household_profile as profile
    cross join wanted_dimension
    left join household_need as need
        on need.household_id = profile.household_id
        and need.dimension = wanted_dimension.dimension
    left join first_unverified
        on first_unverified.household_id = profile.household_id
        and first_unverified.dimension = wanted_dimension.dimension
    where profile.excluded_reason is null
    group by all
),

-- Before it is helped or solved, a household waits for the reason that its need has today.
on_the_way as (
    select
        calendar.month,
        alike.district_code,
        alike.household_class,
        alike.dimension,
        case
            when need_month is null or need_month > calendar.month then 'found'
            when helped_month is null or helped_month > calendar.month then 'need'
            else 'helped'
        end as stage,
        case
            when need_month is null or need_month > calendar.month
                then if(unverified_month <= calendar.month, 'need_not_verified', 'no_need')
            when solved_month <= calendar.month then 'solved_without_help'
            when helped_month > calendar.month then 'helped_later'
            when solved_month > calendar.month then 'solved_later'
            else need_status
        end as reason,
        households
    from alike
    cross join calendar
    where
        not coalesce(
            need_month <= calendar.month
            and helped_month <= calendar.month
            and solved_month <= calendar.month,
            false
        )
),

solved as (
    select
        district_code,
        household_class,
        dimension,
        household_id,
        cast(date_trunc('month', greatest(help_date, solved_date)) as date) as solved_month
    from household_need
    where help_date is not null and solved_date is not null
),

solved_beside_income as (
    select
        solved.district_code,
        solved.household_class,
        solved.dimension,
        greatest(solved.solved_month, span.first_month) as first_month,
        span.last_month,
        span.is_at_or_above_line,
        count(*) as households
    from solved
    join household_income_span as span
        on span.household_id = solved.household_id
        and span.last_month >= solved.solved_month
    group by all
),

solved_in_month as (
    select
        calendar.month, solved.district_code, solved.household_class, solved.dimension,
        sum(solved.households) as households
    from (
        select district_code, household_class, dimension, solved_month, count(*) as households
        from solved
        group by all
    ) as solved
    join calendar on calendar.month >= solved.solved_month
    group by all
),

income_in_month as (
    select
        calendar.month, beside.district_code, beside.household_class, beside.dimension,
        sum(beside.households) filter (beside.is_at_or_above_line) as above_households,
        sum(beside.households) filter (not beside.is_at_or_above_line) as below_households
    from solved_beside_income as beside
    join calendar on calendar.month between beside.first_month and beside.last_month
    group by all
),

at_the_end as (
    select
        month,
        district_code,
        household_class,
        dimension,
        unnest([
            {
                'stage': 'above_line', 'reason': 'above_line',
                'households': coalesce(above_households, 0)
            },
            {
                'stage': 'solved', 'reason': 'income_below_line',
                'households': coalesce(below_households, 0)
            },
            {
                'stage': 'solved', 'reason': 'income_unknown',
                'households': households - coalesce(above_households, 0)
                    - coalesce(below_households, 0)
            }
        ], recursive := true)
    from solved_in_month
    left join income_in_month using (month, district_code, household_class, dimension)
),

excluded as (
    select
        calendar.month, profile.district_code, profile.household_class,
        wanted_dimension.dimension, 'target' as stage, profile.excluded_reason as reason,
        count(*) as households
    from household_profile as profile
    cross join wanted_dimension
    cross join calendar
    where profile.excluded_reason is not null
    group by all
),

together as (
    from on_the_way
    union all
    from at_the_end
    union all
    from excluded
)

select
    month, district_code, household_class, dimension, stage, reason,
    cast(sum(households) as bigint) as households
from together
group by month, district_code, household_class, dimension, stage, reason
having sum(households) > 0
order by dimension, month, district_code, household_class, stage, reason
