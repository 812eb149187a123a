-- grain: one row per officer: of all, or of those a number counts; reports of one month are theirs
select
    load.official_id,
    load.district_code,
    load.agency_code,
    agency.name_th as agency_th,
    agency.name_en as agency_en,
    load.households,
    load.households_ever,
    load.last_visit_date,
    load.longest_gap_days,
    load.due_reports,
    load.on_time_reports,
    load.late_reports,
    load.missing_reports
from warehouse.official_load as load
cross join warehouse.service_rule as rule
left join warehouse.agency as agency using (agency_code)
where
    ($district_code is null or load.district_code = $district_code)
    and case $view
        when 'officers' then true
        when 'overloaded' then load.households > rule.households_per_official
        when 'idle' then load.households = 0
        when 'never' then load.households_ever = 0
        else load.official_id in (
            select official_id
            from warehouse.official_report_month
            where
                month = cast($month || '-01' as date)
                and case $view
                    when 'due' then is_due
                    when 'received' then is_received
                    when 'on_time' then is_due and is_by_the_tenth
                    when 'not_on_time' then is_due and not is_by_the_tenth
                end
        )
    end
