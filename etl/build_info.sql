-- grain: one row: which build this is, when it was made, up to when it counts, and of what
create table build_info as
select
    $build_id as build_id,
    $built_at as built_at,
    (select last_day(max(month)) from calendar) as as_of_date,
    -- Records of households are open to all while they are synthetic: one real record ends that.
    exists (from batch where data_origin = 'synthetic')
    and not exists (
        from batch
        where data_origin = 'observed' and source <> 'tpmap_open' and rows_loaded > 0
    ) as is_synthetic,
    $content_hash as content_hash,
    $smallest_denominator as smallest_denominator
