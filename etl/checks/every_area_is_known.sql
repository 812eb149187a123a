-- fact: every cell lies in a known area of its level, and every known area has its cells
select mart_indicator.indicator, mart_indicator.level, mart_indicator.area_code
from mart_indicator
anti join area
    on area.area_code = mart_indicator.area_code and area.level = mart_indicator.level
union all
select declaration.indicator, area.level, area.area_code
from (select distinct indicator from mart_indicator) as counted
join declaration using (indicator)
join area on area.level in ('province', 'district')
anti join mart_indicator
    on mart_indicator.indicator = declaration.indicator
    and mart_indicator.area_code = area.area_code
