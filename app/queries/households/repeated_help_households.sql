-- grain: one row per household with help that repeats earlier help, with its pairs; baht
select
    repeated.household_id,
    any_value(repeated.village_code) as village_code,
    count(*) as pairs,
    max(repeated.second_date) as latest_date,
    sum(repeated.second_value_baht) as second_value_baht,
    count(*) filter (repeated.second_value_baht is null) as pairs_without_value
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
group by repeated.household_id
