-- grain: one row per file and sheet that the build was made of
select
    batch_id,
    source,
    file_name,
    sha256,
    sheet,
    data_origin,
    loaded_at as received_at,
    rows_read,
    rows_loaded,
    rows_rejected,
    conversions,
    encoding,
    header_row,
    mapping,
    unused_headers,
    rows_set_aside
from batch
order by source, loaded_at, file_name, sheet
