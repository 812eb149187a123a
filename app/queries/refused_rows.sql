-- grain: one row per fault of a refused row, in the order of the files; at most so many, of faults
select
    file.source,
    reject.file_name,
    reject.sheet,
    reject.row_number,
    reject.header,
    reject.rule,
    count(*) over () as faults
from warehouse.reject
join (
    select distinct batch_id, source, loaded_at from warehouse.batch
) as file using (batch_id)
order by file.source, file.loaded_at, reject.file_name, reject.sheet, reject.row_number,
    reject.column_name, reject.rule
limit $at_most
