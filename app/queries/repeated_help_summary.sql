-- grain: one row per verdict on pairs of repeated help up to a month's end, one for all pairs
select
    case when grouping(verdict) = 1 then 'all' else coalesce(verdict, 'none') end as verdict,
    count(*) as pairs,
    count(distinct household_id) as households,
    coalesce(sum(second_value_baht), 0) as value_baht,
    count(*) filter (second_value_baht is null) as pairs_without_value
from warehouse.repeated_help
where
    second_date <= last_day(strptime($month, '%Y-%m'))
    and ($district_code is null or district_code = $district_code)
group by grouping sets ((), (verdict))
having count(*) > 0
order by verdict
