-- grain: one row per village
select area_code, parent_code, name_th, name_en, has_polygon
from warehouse.area
where level = 'village'
order by area_code
