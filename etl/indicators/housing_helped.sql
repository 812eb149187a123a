-- grain: one row per village and month
select
    village_code as area_code,
    month,
    'all' as group_code,
    sum(helped_households) as numerator,
    sum(need_households) as denominator
from village_dimension_month
where dimension = 'housing'
group by village_code, month
