-- grain: one row per village and month
select
    village_code as area_code,
    month,
    'all' as group_code,
    at_or_above_line_households as numerator,
    known_households as denominator
from village_income_month
