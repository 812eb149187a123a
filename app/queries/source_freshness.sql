-- grain: one row per source: its last record, its last file, its rows and those refused
select
    freshness.source,
    freshness.last_record_date,
    freshness.last_received_at,
    freshness.rows,
    received.refused_rows,
    received.files
from warehouse.source_freshness as freshness
join (
    select
        source,
        cast(sum(rows_rejected) as bigint) as refused_rows,
        count(distinct file_name) as files
    from warehouse.batch
    group by source
) as received using (source)
where freshness.district_code is null
order by freshness.source
