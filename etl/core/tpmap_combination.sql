-- grain: one row per area, level, edition and exact combination of deprivations, all 31 of each
create table tpmap_combination as
-- Five bits from left to right, as in a mask: health, living, education, income, access.
with combination as (
    select unnest(generate_series(1, 31)) as bits
),

-- TPMAP publishes unions. Who has exactly the combination C is the alternating sum of the unions
-- of every selection that holds all dimensions outside C (Möbius inversion over the subsets).
term as (
    select
        lpad(bin(combination.bits), 5, '0') as combination,
        bit_count(combination.bits) as deprivations,
        lpad(bin(selection.bits), 5, '0') as mask,
        if(bit_count(combination.bits & selection.bits) % 2 = 1, 1, -1) as sign
    from combination
    join combination as selection on combination.bits | selection.bits = 31
),

-- One union that is missing would make every combination wrong.
complete as (
    select level, area_code, edition_year
    from tpmap_mask
    group by level, area_code, edition_year
    having count(distinct mask) = 31
)

select
    level,
    area_code,
    edition_year,
    province_code,
    is_municipal_unit,
    combination,
    deprivations,
    cast(sum(sign * target_poor_persons) as bigint) as target_poor_persons,
    cast(sum(sign * persons) as bigint) as persons,
    cast(sum(sign * households) as bigint) as households
from tpmap_mask
join term using (mask)
semi join complete using (level, area_code, edition_year)
group by
    level, area_code, edition_year, province_code, is_municipal_unit, combination, deprivations
