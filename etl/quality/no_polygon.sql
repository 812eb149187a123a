-- grain: one row per sub-district unit that no map shows, with the persons surveyed there
select
    cast(null as varchar) as indicator,
    'tpmap_open' as source,
    area.area_code,
    surveyed.month,
    surveyed.numerator as found,
    cast(null as double) as expected
from area
left join mart_indicator as surveyed
    on surveyed.indicator = 'tpmap_surveyed_persons'
    and surveyed.level = area.level
    and surveyed.area_code = area.area_code
where area.level = 'subdistrict' and not area.has_polygon
