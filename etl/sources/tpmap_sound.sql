-- grain: one row: do all rows have their own code, whole counts, means in range; every file a row?
with sound as (
    select location, unit_code
    from tpmap_as_found
    where columns('^households$|_persons$') between 0 and $largest_count
        and columns('^households$|_persons$') = floor(columns('^households$|_persons$'))
        and coalesce(columns('^happiness$|_pct$'), 0) between 0 and $largest_mean
        and regexp_full_match(unit_code, $province_code || $further_digits)
        and province_in_file = $province_code
)
select
    (select count(*) from tpmap_as_found) = (select count(distinct (location, unit_code)) from sound)
    and (select count(distinct location) from tpmap_as_found) = $files
