-- grain: one row per dimension, last stage reached and why no further, at the end of a month
select
    dimension,
    stage,
    reason,
    cast(sum(households) as bigint) as households
from warehouse.mart_chain
where
    month = strptime($month, '%Y-%m')
    and ($district_code is null or district_code = $district_code)
    and ($household_class is null or household_class = $household_class)
group by dimension, stage, reason
order by dimension, stage, reason
