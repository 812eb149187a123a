-- grain: one row per indicator and village of one district in one month
select
    mart.indicator,
    mart.area_code,
    area.name_th,
    area.name_en,
    mart.value,
    mart.numerator,
    mart.denominator,
    mart.note
from warehouse.mart_indicator as mart
join warehouse.area using (area_code)
where
    mart.level = 'village'
    and mart.group_code = 'all'
    and mart.month = strptime($month, '%Y-%m')
    and list_contains($indicators, mart.indicator)
    and mart.area_code[:4] = $district_code
order by mart.area_code, mart.indicator
