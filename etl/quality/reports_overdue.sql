-- grain: one row per district and month of which reports are still missing after the day they are due
select
    'reports_received' as indicator,
    'reports' as source,
    district_code as area_code,
    month,
    due_reports - missing_reports as found,
    due_reports as expected
from district_report_month
where
    missing_reports > 0
    and month + interval 1 month + interval 9 days
        <= (select last_day(max(calendar.month)) from calendar)
