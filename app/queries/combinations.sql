-- grain: one row per exact combination of deprivations in one area, last edition, most persons first
select
    combination,
    deprivations,
    cast(sum(target_poor_persons) as bigint) as persons,
    cast(sum(households) as bigint) as households
from warehouse.tpmap_combination
where
    level = 'district'
    and starts_with(area_code, $area_code)
    and edition_year = (select max(edition_year) from warehouse.tpmap_combination)
group by combination, deprivations
having persons > 0
order by persons desc, combination desc
