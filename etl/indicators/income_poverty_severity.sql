-- grain: one row per village and month
select
    village_code as area_code,
    month,
    'all' as group_code,
    squared_gap_millionths as numerator,
    known_households as denominator
from village_income_month
