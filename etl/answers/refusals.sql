-- grain: one row per fault of a refused row, in the order of the files
select reject.*
from reject
left join (
    select distinct batch_id, source, loaded_at from batch
) as file using (batch_id)
order by file.source, file.loaded_at, reject.batch_id, reject.sheet, reject.row_number,
    reject.column_name, reject.rule
