-- fact: the exact combinations of an area are together the target poor that TPMAP publishes
with counted as (
    select level, area_code, edition_year, sum(target_poor_persons) as target_poor_persons
    from tpmap_combination
    group by level, area_code, edition_year
)

select counted.*, tpmap_unit.target_poor_persons as published_persons
from counted
join tpmap_unit using (level, area_code, edition_year)
where counted.target_poor_persons is distinct from tpmap_unit.target_poor_persons
