-- grain: one row per household that a share of a group counts, those of its numerator or all
with need as (
    select
        household_number,
        need_date,
        if(help_date <= last_day(strptime($month, '%Y-%m')), help_date, null) as helped_date,
        if(solved_date <= last_day(strptime($month, '%Y-%m')), solved_date, null) as closed_date,
        problem
    from warehouse.household_need
    where dimension = $dimension and need_date <= last_day(strptime($month, '%Y-%m'))
),

income as (
    select household_id, is_at_or_above_line
    from warehouse.household_income_span
    where
        $measure = 'above_line'
        and strptime($month, '%Y-%m') between first_month and last_month
)

select
    profile.household_number,
    profile.household_id,
    profile.village_code,
    profile.household_class,
    profile.last_visit_date,
    need.problem,
    need.need_date,
    need.helped_date,
    need.closed_date
from warehouse.household_profile as profile
left join need using (household_number)
left join income using (household_id)
where
    profile.excluded_reason is null
    and ($district_code is null or profile.district_code = $district_code)
    and case $group
        when 'woman_headed' then profile.woman_headed
        when 'with_child' then profile.has_child
        when 'with_elderly' then profile.has_elderly
        when 'with_disabled' then profile.disabled
    end is not distinct from $is_member
    and case $measure
        when 'need' then true
        when 'above_line' then income.is_at_or_above_line is not null
        else need.need_date is not null
    end
    and case if($is_counted, $measure, 'base')
        when 'need' then need.need_date is not null
        when 'helped' then need.helped_date is not null
        when 'solved' then need.closed_date is not null
        when 'above_line' then income.is_at_or_above_line
        else true
    end
