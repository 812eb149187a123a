-- grain: one row per edition and exact combination that someone has, the most frequent first
select
    edition_year,
    combination,
    deprivations,
    cast(sum(target_poor_persons) as bigint) as target_poor_persons,
    cast(sum(persons) as bigint) as persons,
    cast(sum(households) as bigint) as households
from tpmap_combination
where level = 'district' and province_code = '40'
group by edition_year, combination, deprivations
having sum(households) > 0
order by edition_year desc, target_poor_persons desc, combination
