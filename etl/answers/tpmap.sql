-- grain: one row per edition of TPMAP for the province, the newest first; households and persons
select
    area_code as province_code,
    year(month) as edition_year,
    any_value(numerator) filter (indicator = 'tpmap_surveyed_households') as surveyed_households,
    any_value(numerator) filter (indicator = 'tpmap_surveyed_persons') as surveyed_persons,
    any_value(numerator) filter (indicator = 'tpmap_target_poor') as target_poor_persons,
    any_value(numerator) filter (indicator = 'tpmap_health') as health_persons,
    any_value(numerator) filter (indicator = 'tpmap_living') as living_persons,
    any_value(numerator) filter (indicator = 'tpmap_education') as education_persons,
    any_value(numerator) filter (indicator = 'tpmap_income') as income_persons,
    any_value(numerator) filter (indicator = 'tpmap_access') as access_persons
from mart_indicator
where level = 'province' and area_code = '40' and indicator like 'tpmap\_%' escape '\'
group by area_code, month
order by month desc
