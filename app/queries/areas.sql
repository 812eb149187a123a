-- grain: one row per province, district and sub-district unit
select area_code, level, parent_code, name_th, name_en, has_polygon, is_municipal_unit
from warehouse.area
where level in ('province', 'district', 'subdistrict')
order by area_code
