-- grain: one row per area that TPMAP surveyed, level and edition; counts in persons and households
create table tpmap_unit as
with common_batch as (
    select raw.edition_year, raw.province_code, raw.level, raw.batch_id
    from raw_tpmap_common as raw
    left join batch using (batch_id)
    qualify row_number() over (
        partition by raw.edition_year, raw.province_code, raw.level
        order by batch.loaded_at desc nulls last, raw.batch_id desc
    ) = 1
),

poor_batch as (
    select raw.edition_year, raw.province_code, raw.level, raw.batch_id
    from raw_tpmap_mask as raw
    left join batch using (batch_id)
    where raw.mask = '11111'
    qualify row_number() over (
        partition by raw.edition_year, raw.province_code, raw.level
        order by batch.loaded_at desc nulls last, raw.batch_id desc
    ) = 1
),

-- The union of all five dimensions holds everyone who is target poor.
poor as (
    select
        level,
        edition_year,
        unit_code,
        target_poor_persons,
        health_persons,
        living_persons,
        education_persons,
        income_persons,
        access_persons
    from raw_tpmap_mask
    semi join poor_batch using (edition_year, province_code, level, batch_id)
    where mask = '11111'
),

-- A village may be several units; their scores add up where their means would not.
unit as (
    select
        raw.* exclude (batch_id, row_number, happiness, households, persons),
        raw.households as surveyed_households,
        raw.persons as surveyed_persons,
        raw.happiness * raw.households as happiness_points,
        poor.* exclude (level, edition_year, unit_code)
    from raw_tpmap_common as raw
    semi join common_batch using (edition_year, province_code, level, batch_id)
    left join poor using (level, edition_year, unit_code)
)

select
    level,
    area_code,
    edition_year,
    province_code,
    area_code[:4] as district_code,
    case when level <> 'district' then area_code[:6] end as subdistrict_code,
    is_municipal_unit,
    count(*) as units,
    cast(sum(surveyed_households) as bigint) as surveyed_households,
    round(sum(happiness_points), 6) as happiness_points,
    cast(sum(columns('_persons$')) as bigint) as '\0'
from unit
group by
    level, area_code, edition_year, province_code, district_code, subdistrict_code,
    is_municipal_unit
order by level, edition_year, area_code
