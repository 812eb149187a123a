-- grain: one row per area that TPMAP surveyed, level, edition and selection of dimensions (mask)
create table tpmap_mask as
with mask_batch as (
    select raw.edition_year, raw.province_code, raw.level, raw.mask, raw.batch_id
    from raw_tpmap_mask as raw
    left join batch using (batch_id)
    qualify row_number() over (
        partition by raw.edition_year, raw.province_code, raw.level, raw.mask
        order by batch.loaded_at desc nulls last, raw.batch_id desc
    ) = 1
)

select
    level,
    area_code,
    edition_year,
    province_code,
    mask,
    is_municipal_unit,
    count(*) as units,
    cast(sum(households) as bigint) as households,
    cast(sum(persons) as bigint) as persons,
    cast(sum(columns('.+_persons$')) as bigint) as '\0'
from raw_tpmap_mask
semi join mask_batch using (edition_year, province_code, level, mask, batch_id)
group by level, area_code, edition_year, province_code, mask, is_municipal_unit
