-- grain: one row per file and sheet that a build was made of
create table batch (
    batch_id varchar,
    source varchar,
    file_name varchar,
    sha256 varchar,
    sheet varchar,
    data_origin varchar,
    rows_read bigint,
    rows_loaded bigint,
    rows_rejected bigint,
    conversions bigint,
    encoding varchar,
    header_row bigint,
    mapping varchar,
    unused_headers varchar[],
    rows_set_aside bigint,
    loaded_at timestamp
)
