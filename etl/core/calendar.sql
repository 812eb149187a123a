-- grain: one row per month from the programme's first recorded event to its last
create table calendar as
with event_span as (
    select min(from_date) as first_day, max(coalesce(to_date, from_date)) as last_day from pairing
    union all
    select min(visit_date), max(visit_date) from visit
    union all
    select min(opened_date), max(greatest(opened_date, verified_date, closed_date)) from need
    union all
    select min(help_date), max(help_date) from help
    union all
    select min(report_month), max(received_date) from report
),

programme_span as (
    select
        date_trunc('month', min(first_day)) as first_month,
        date_trunc('month', least(max(last_day), $today)) as last_month
    from event_span
)

select cast(unnest(generate_series(first_month, last_month, interval 1 month)) as date) as month
from programme_span
