-- grain: one row per district of duty and month of which reports were collected
create table district_report_month as
select
    official.district_code,
    month,
    count(*) filter (is_due) as due_reports,
    count(*) filter (is_due and is_by_the_tenth) as on_time_reports,
    count(*) filter (is_received) as received_reports,
    count(*) filter (is_due and not is_received) as missing_reports
from official_report_month
join official using (official_id)
group by official.district_code, month
