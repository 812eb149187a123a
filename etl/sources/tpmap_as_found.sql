-- grain: one row per row of the files as it stands, codes as text, figures not yet checked
create or replace temp table tpmap_as_found as
select
    filename as location,
    row_number() over () as position,
    columns(name -> name <> 'filename' and name not like 'not_read_%')
from read_csv(
    $patterns, columns = $types, header = true, auto_detect = false, delim = ',', quote = '"',
    nullstr = $no_value, filename = true
)
