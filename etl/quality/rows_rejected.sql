-- grain: one row per source of which rows were refused, beside the rows read
with refused as (
    select batch.source, count(distinct (reject.batch_id, reject.row_number)) as refused_rows
    from reject
    join (
        select distinct batch_id, source from batch
    ) as batch using (batch_id)
    -- A record that was left out by a decision is no fault of the file.
    where reject.rule <> 'withdrawn'
    group by batch.source
)

select
    cast(null as varchar) as indicator,
    source,
    cast(null as varchar) as area_code,
    cast(null as date) as month,
    any_value(refused.refused_rows) as found,
    sum(batch.rows_read) as expected
from batch
join refused using (source)
group by source
