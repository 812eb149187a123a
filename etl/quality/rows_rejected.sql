-- grain: one row per source of which rows were refused, beside the rows read
select
    cast(null as varchar) as indicator,
    source,
    cast(null as varchar) as area_code,
    cast(null as date) as month,
    sum(rows_rejected) as found,
    sum(rows_read) as expected
from batch
group by source
having sum(rows_rejected) > 0
