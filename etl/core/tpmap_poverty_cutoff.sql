-- grain: one row per area, level, edition and poverty cutoff: so many deprivations or more
create table tpmap_poverty_cutoff as
-- Alkire and Foster, Counting and multidimensional poverty measurement, Journal of Public
-- Economics 95 (2011): who has at least k deprivations is poor, and only the poor's are counted.
with cutoff as (
    select unnest(generate_series(1, 5)) as cutoff
),

counted as (
    select
        level,
        area_code,
        edition_year,
        cutoff.cutoff,
        target_poor_persons,
        deprivations,
        deprivations >= cutoff.cutoff as is_poor
    from tpmap_combination
    cross join cutoff
)

select
    level,
    area_code,
    edition_year,
    cutoff,
    cast(sum(if(is_poor, counted.target_poor_persons, 0)) as bigint) as poor_persons,
    cast(sum(if(is_poor, counted.target_poor_persons * deprivations, 0)) as bigint)
        as deprivations,
    any_value(tpmap_unit.surveyed_persons) as surveyed_persons
from counted
join tpmap_unit using (level, area_code, edition_year)
group by level, area_code, edition_year, cutoff
