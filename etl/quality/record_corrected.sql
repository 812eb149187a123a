-- grain: one row per source of which records were corrected by a decision, with how many
select
    cast(null as varchar) as indicator,
    file.source,
    cast(null as varchar) as area_code,
    cast(null as date) as month,
    count(distinct (correction.batch_id, correction.row_number)) as found,
    cast(null as double) as expected
from correction
join (
    select distinct batch_id, source from batch
) as file using (batch_id)
where correction.correction_id is not null
group by file.source
