-- grain: one row per village, household class, dimension and month; households up to its end
create table village_dimension_month as
with kept as (
    select village_code, household_class, count(*) filter (excluded_month is null) as households
    from household
    group by village_code, household_class
),

dimension as (
    select unnest(['occupation', 'education', 'health', 'housing', 'welfare', 'any']) as dimension
),

first_time as (
    select village_code, household_class, dimension, unnest([
        {'event': 'need', 'month': need_month},
        {'event': 'helped', 'month': helped_month},
        {'event': 'solved', 'month': solved_month}
    ], recursive := true)
    from household_dimension
    where excluded_month is null
),

new_households as (
    select
        village_code,
        household_class,
        dimension,
        month,
        count(*) filter (event = 'need') as need_households,
        count(*) filter (event = 'helped') as helped_households,
        count(*) filter (event = 'solved') as solved_households
    from first_time
    where month is not null
    group by village_code, household_class, dimension, month
)

select
    kept.village_code,
    kept.household_class,
    dimension.dimension,
    calendar.month,
    cast(coalesce(sum(new.need_households) over so_far, 0) as bigint) as need_households,
    cast(coalesce(sum(new.helped_households) over so_far, 0) as bigint) as helped_households,
    cast(coalesce(sum(new.solved_households) over so_far, 0) as bigint) as solved_households,
    kept.households as kept_households
from kept
cross join dimension
cross join calendar
left join new_households as new
    on new.village_code = kept.village_code
    and new.household_class = kept.household_class
    and new.dimension = dimension.dimension
    and new.month = calendar.month
window so_far as (
    partition by kept.village_code, kept.household_class, dimension.dimension
    order by calendar.month
    rows between unbounded preceding and current row
)
