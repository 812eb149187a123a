-- fact: an area has one row, a name in both languages and, below the province, a parent
select area_code, 'more than one row' as wrong
from area
group by area_code
having count(*) > 1
union all
select area_code, 'no name'
from area
where coalesce(name_th, '') = '' or coalesce(name_en, '') = ''
union all
select area.area_code, 'no parent'
from area
left join area as parent on parent.area_code = area.parent_code
where area.level <> 'province' and parent.area_code is null
