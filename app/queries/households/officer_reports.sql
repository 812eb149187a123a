-- grain: one row per officer and month whose report came late, or is missing
select
    report.official_id,
    load.district_code,
    load.agency_code,
    agency.name_th as agency_th,
    agency.name_en as agency_en,
    report.month,
    load.households,
    load.last_visit_date
from warehouse.official_report_month as report
join warehouse.official_load as load using (official_id)
left join warehouse.agency as agency using (agency_code)
where
    report.is_due
    and case $view
        when 'late' then report.is_received and not report.is_by_the_tenth
        when 'missing' then not report.is_received
    end
    and ($district_code is null or load.district_code = $district_code)
