-- grain: one row per village and month
select
    village_code as area_code,
    month,
    'all' as group_code,
    sum(need_households) as numerator,
    sum(kept_households) as denominator
from village_dimension_month
where dimension = 'occupation'
group by village_code, month
