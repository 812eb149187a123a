-- grain: one row per officer: households, visits and reports up to the last day of data
create table official_load as
with last_day as (
    select last_day(max(month)) as day from calendar
),

paired as (
    select pairing.official_id, count(distinct pairing.household_id) as households
    from pairing
    cross join last_day
    where last_day.day between pairing.from_date and coalesce(pairing.to_date, last_day.day)
    group by pairing.official_id
),

ever_paired as (
    select official_id, count(distinct household_id) as households from pairing group by official_id
),

visited as (
    select official_id, count(*) as visits, max(visit_date) as last_visit_date
    from visit
    cross join last_day
    where visit_date <= last_day.day
    group by official_id
),

-- The household that has waited longest for a visit says how far an officer is behind.
least_seen as (
    select
        official_id,
        max(datediff('day', coalesce(last_visit_date, official_since), last_day.day))
            as longest_gap_days
    from household_profile
    cross join last_day
    where official_id is not null and excluded_reason is null
    group by official_id
),

reported as (
    select
        official_id,
        count(*) filter (is_due) as due_reports,
        count(*) filter (is_due and is_by_the_tenth) as on_time_reports,
        count(*) filter (is_due and is_received and not is_by_the_tenth) as late_reports,
        count(*) filter (is_due and not is_received) as missing_reports
    from official_report_month
    group by official_id
)

select
    official.district_code,
    official.official_id,
    official.agency_code,
    coalesce(paired.households, 0) as households,
    coalesce(ever_paired.households, 0) as households_ever,
    coalesce(visited.visits, 0) as visits,
    visited.last_visit_date,
    least_seen.longest_gap_days,
    coalesce(reported.due_reports, 0) as due_reports,
    coalesce(reported.on_time_reports, 0) as on_time_reports,
    coalesce(reported.late_reports, 0) as late_reports,
    coalesce(reported.missing_reports, 0) as missing_reports
from official
left join paired using (official_id)
left join ever_paired using (official_id)
left join visited using (official_id)
left join least_seen using (official_id)
left join reported using (official_id)
order by official.district_code, official.official_id
