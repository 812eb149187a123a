-- grain: one row per household of the programme: paired, without an officer, or not visited
with last_day as (
    select last_day(max(month)) as day from warehouse.calendar
),

visited as (
    select distinct household_id
    from warehouse.visit
    where
        $view = 'not_visited'
        and visit_date between strptime($month, '%Y-%m') and last_day(strptime($month, '%Y-%m'))
),

household as (
    select
        profile.household_id,
        profile.district_code,
        profile.village_code,
        profile.household_class,
        profile.official_id,
        profile.official_since,
        profile.last_visit_date,
        -- Of a household that was never visited, days count from when it got its officer.
        datediff(
            'day', coalesce(profile.last_visit_date, profile.official_since), last_day.day
        ) as gap_days
    from warehouse.household_profile as profile
    cross join last_day
    where profile.excluded_reason is null
)

select
    household.household_id,
    household.district_code,
    household.village_code,
    household.household_class,
    household.official_id,
    household.official_since,
    household.last_visit_date,
    household.gap_days
from household
cross join warehouse.service_rule as rule
where
    ($district_code is null or household.district_code = $district_code)
    and ($official_id is null or household.official_id = $official_id)
    and case $view
        when 'households' then true
        when 'paired' then household.official_id is not null
        when 'unpaired' then household.official_id is null
        when 'gaps' then coalesce(household.gap_days > rule.visit_gap_days, true)
        when 'not_visited' then household.household_id not in (select household_id from visited)
    end
