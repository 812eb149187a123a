-- grain: one row per unit of each file, with its batch, row number (the header is 1) and codes
with file as (
    select unnest($locations) as location, unnest($batch_ids) as batch_id, unnest($masks) as mask
),

first_row as (
    select location, min(position) as position
    from tpmap_as_found
    group by location
)

select
    file.batch_id,
    found.position - first_row.position + 2 as row_number,
    $level as level,
    file.mask,
    found.unit_code[:8] as area_code,
    regexp_full_match(found.unit_code[5:6], $municipal_unit) as is_municipal_unit,
    $edition_year as edition_year,
    $province_code as province_code,
    found.* exclude (location, position, province_in_file)
from tpmap_as_found as found
join first_row using (location)
join file using (location)
