-- grain: one row per pair of help events of which the later repeats the earlier
select
    repeated.household_id,
    repeated.village_code,
    repeated.dimension,
    repeated.kind,
    repeated.days_apart,
    repeated.first_help_id,
    repeated.first_date,
    first_agency.name_th as first_agency_th,
    first_agency.name_en as first_agency_en,
    repeated.first_fund_source,
    repeated.first_value_baht,
    repeated.second_help_id,
    repeated.second_date,
    second_agency.name_th as second_agency_th,
    second_agency.name_en as second_agency_en,
    repeated.second_fund_source,
    repeated.second_value_baht,
    coalesce(repeated.verdict, 'none') as verdict,
    repeated.review_reason,
    repeated.reviewed_by,
    repeated.reviewed_date
from warehouse.repeated_help as repeated
left join warehouse.agency as first_agency
    on first_agency.agency_code = repeated.first_agency_code
left join warehouse.agency as second_agency
    on second_agency.agency_code = repeated.second_agency_code
where
    repeated.second_date <= last_day(strptime($month, '%Y-%m'))
    and ($district_code is null or repeated.district_code = $district_code)
    and ($need is null or repeated.dimension = $need)
    and (
        $verdict is null
        or coalesce(repeated.verdict, 'none') = $verdict
        or ($verdict = 'at_stake' and repeated.verdict is distinct from 'not_duplicate')
    )
    and ($value is null or ($value = 'unknown') = (repeated.second_value_baht is null))
    and ($fund is null or $fund in (repeated.first_fund_source, repeated.second_fund_source))
    and ($agency is null or $agency in (repeated.first_agency_code, repeated.second_agency_code))
    and ($first is null or $first in (repeated.first_agency_code, first_agency.agency_type))
    and ($second is null or $second in (repeated.second_agency_code, second_agency.agency_type))
