-- grain: one row per group, membership and measure of a dimension in an area at a month's end
select group_code, membership, measure, numerator, denominator, value, lower_pct, upper_pct
from warehouse.mart_equity
where
    area_code = $area_code
    and month = strptime($month, '%Y-%m')
    and dimension = $dimension
order by group_code, measure, membership
