-- grain: one row per district and month
select
    district_code as area_code,
    month,
    'all' as group_code,
    received_reports as numerator,
    due_reports as denominator
from district_report_month
