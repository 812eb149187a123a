-- grain: one row: which build this is, when it was made, up to when it counts, and of what
create table build_info as
select
    $build_id as build_id,
    $built_at as built_at,
    (select last_day(max(month)) from calendar) as as_of_date,
    exists (from batch where data_origin = 'synthetic') as is_synthetic,
    $content_hash as content_hash,
    $smallest_denominator as smallest_denominator
