-- grain: one row per village, month and class of household
with counted as (
    select
        village_code,
        count(*) as households,
        count(*) filter (household_class = 'developable') as developable_households,
        count(*) filter (household_class = 'relief') as relief_households
    from household
    group by village_code
),

grouped as (
    select village_code, households, unnest([
        {'group_code': 'all', 'numerator': households},
        {'group_code': 'developable', 'numerator': developable_households},
        {'group_code': 'relief', 'numerator': relief_households}
    ], recursive := true)
    from counted
)

select
    village_code as area_code,
    month,
    group_code,
    numerator,
    households as denominator
from grouped
cross join calendar
