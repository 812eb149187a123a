-- grain: one row per district: its officers, and its households of the programme, on the last day
with last_day as (
    select last_day(max(month)) as day from warehouse.calendar
),

officer as (
    select
        load.district_code,
        count(*) as officers,
        count(*) filter (load.households > rule.households_per_official) as overloaded,
        count(*) filter (load.households = 0) as idle,
        count(*) filter (load.households_ever = 0) as never_paired,
        cast(sum(load.late_reports) as bigint) as late_reports,
        cast(sum(load.missing_reports) as bigint) as missing_reports
    from warehouse.official_load as load
    cross join warehouse.service_rule as rule
    group by load.district_code
),

household as (
    select
        profile.district_code,
        count(*) as households,
        count(profile.official_id) as paired,
        count(*) filter (
            coalesce(
                datediff(
                    'day',
                    coalesce(profile.last_visit_date, profile.official_since),
                    last_day.day
                ) > rule.visit_gap_days,
                true
            )
        ) as gaps
    from warehouse.household_profile as profile
    cross join last_day
    cross join warehouse.service_rule as rule
    where profile.excluded_reason is null
    group by profile.district_code
)

select
    coalesce(officer.district_code, household.district_code) as district_code,
    coalesce(officer.officers, 0) as officers,
    coalesce(officer.overloaded, 0) as overloaded,
    coalesce(officer.idle, 0) as idle,
    coalesce(officer.never_paired, 0) as never_paired,
    coalesce(officer.late_reports, 0) as late_reports,
    coalesce(officer.missing_reports, 0) as missing_reports,
    coalesce(household.households, 0) as households,
    coalesce(household.paired, 0) as paired,
    coalesce(household.gaps, 0) as gaps
from officer
full join household on household.district_code = officer.district_code
order by 1
