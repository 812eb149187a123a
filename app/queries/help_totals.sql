-- grain: one row per way of grouping help, its code and dimension, up to the end of a month
select
    grouping,
    code,
    dimension,
    cast(sum(events) as bigint) as events,
    cast(sum(new_households) as bigint) as households,
    sum(value_baht) as baht,
    cast(sum(events_without_value) as bigint) as events_without_value
from warehouse.mart_help
where
    month <= strptime($month, '%Y-%m')
    and ($district_code is null or district_code = $district_code)
group by grouping, code, dimension
