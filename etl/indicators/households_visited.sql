-- grain: one row per village and month
with kept as (
    select village_code, count(*) as households
    from household
    where excluded_month is null
    group by village_code
),

visited as (
    select
        household.village_code,
        cast(date_trunc('month', visit.visit_date) as date) as month,
        count(distinct household_id) as households
    from visit
    join household using (household_id)
    where household.excluded_month is null
    group by all
)

select
    kept.village_code as area_code,
    calendar.month,
    'all' as group_code,
    coalesce(visited.households, 0) as numerator,
    kept.households as denominator
from kept
cross join calendar
left join visited
    on visited.village_code = kept.village_code
    and visited.month = calendar.month
