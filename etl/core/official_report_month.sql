-- grain: one row per officer and month in which a report was due or received
create table official_report_month as
-- A month without any report was not asked for.
with collected_month as (
    select distinct report_month as month
    from report
    semi join calendar on calendar.month = report.report_month
),

-- A report is due of every officer who had a household for at least a day of the month.
due as (
    select distinct
        pairing.official_id,
        cast(unnest(generate_series(
            date_trunc('month', greatest(pairing.from_date, span.first_month)),
            least(coalesce(pairing.to_date, span.last_month), last_day(span.last_month)),
            interval 1 month
        )) as date) as month
    from pairing
    cross join (
        select min(month) as first_month, max(month) as last_month from collected_month
    ) as span
    where pairing.from_date <= last_day(span.last_month)
),

-- It has until the 10th of the next month. A report counts as received even if none was due.
due_or_received as (
    select
        coalesce(due.official_id, report.official_id) as official_id,
        coalesce(due.month, report.report_month) as month,
        due.official_id is not null as is_due,
        report.official_id is not null as is_received,
        coalesce(
            report.received_date <= report.report_month + interval 1 month + interval 9 days, false
        ) as is_by_the_tenth
    from due
    full join report
        on report.official_id = due.official_id
        and report.report_month = due.month
)

select official_id, month, is_due, is_received, is_by_the_tenth
from due_or_received
semi join collected_month using (month)
