-- grain: one row per agency that helped first and agency that repeated it, without cleared pairs
select
    repeated.first_agency_code,
    repeated.second_agency_code,
    first_agency.name_th as first_name_th,
    first_agency.name_en as first_name_en,
    first_agency.agency_type as first_agency_type,
    second_agency.name_th as second_name_th,
    second_agency.name_en as second_name_en,
    second_agency.agency_type as second_agency_type,
    count(*) as pairs,
    -- Blank where no value is known: that is not zero.
    sum(repeated.second_value_baht) as value_baht
from warehouse.repeated_help as repeated
left join warehouse.agency as first_agency
    on first_agency.agency_code = repeated.first_agency_code
left join warehouse.agency as second_agency
    on second_agency.agency_code = repeated.second_agency_code
where
    repeated.second_date <= last_day(strptime($month, '%Y-%m'))
    and ($district_code is null or repeated.district_code = $district_code)
    and repeated.verdict is distinct from 'not_duplicate'
group by all
order by pairs desc, value_baht desc nulls last, first_agency_code, second_agency_code
