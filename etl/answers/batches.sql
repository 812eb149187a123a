-- grain: one row per file that the build was made of
select
    batch_id,
    sum(rows_read)::bigint as rows_read,
    sum(rows_loaded)::bigint as rows_loaded,
    sum(rows_rejected)::bigint as rows_rejected
from batch
group by batch_id
