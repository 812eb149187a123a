-- grain: one row per rule, indicator, source and area in which it found something itself
select
    flag.rule,
    flag.indicator,
    flag.source,
    flag.area_code,
    area.name_th,
    area.name_en,
    area.parent_code,
    strftime(min(flag.month), '%Y-%m') as first_month,
    strftime(max(flag.month), '%Y-%m') as last_month,
    count(*) as months,
    cast(sum(flag.found) as bigint) as found,
    cast(round(sum(flag.expected)) as bigint) as expected
from warehouse.data_quality_flag as flag
left join warehouse.area as area
    on area.area_code = flag.area_code
    and area.level = if(length(flag.area_code) = 4, 'district', 'subdistrict')
where flag.indicator is not distinct from flag.found_in
group by
    flag.rule, flag.indicator, flag.source, flag.area_code, area.name_th, area.name_en,
    area.parent_code
order by flag.rule, flag.indicator, flag.area_code
