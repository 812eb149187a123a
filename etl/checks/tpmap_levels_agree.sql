-- fact: TPMAP's own districts and sub-districts are the sum of its villages
with figure as (
    select
        level,
        edition_year,
        province_code,
        sum(surveyed_households) as surveyed_households,
        sum(surveyed_persons) as surveyed_persons,
        sum(target_poor_persons) as target_poor_persons,
        sum(health_persons) as health_persons,
        sum(living_persons) as living_persons,
        sum(education_persons) as education_persons,
        sum(income_persons) as income_persons,
        sum(access_persons) as access_persons
    from tpmap_unit
    group by level, edition_year, province_code
)

select edition_year, province_code
from figure
group by edition_year, province_code
having
    count(distinct (
        surveyed_households, surveyed_persons, target_poor_persons, health_persons,
        living_persons, education_persons, income_persons, access_persons
    )) > 1
