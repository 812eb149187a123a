-- grain: one row per source and district to which an old code was corrected, with the codes changed
select
    cast(null as varchar) as indicator,
    file.source,
    correction.value_after[:4] as area_code,
    cast(null as date) as month,
    count(*) as found,
    cast(null as double) as expected
from correction
join (
    select distinct batch_id, source from batch
) as file using (batch_id)
where correction.correction_id is null
group by file.source, correction.value_after[:4]
