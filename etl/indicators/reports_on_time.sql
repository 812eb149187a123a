-- grain: one row per district and month
select
    district_code as area_code,
    month,
    'all' as group_code,
    on_time_reports as numerator,
    due_reports as denominator
from district_report_month
