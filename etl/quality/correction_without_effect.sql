-- grain: one row per source of which a correction changed no record, with how many did not
select
    cast(null as varchar) as indicator,
    decided.source,
    cast(null as varchar) as area_code,
    cast(null as date) as month,
    count(distinct decided.correction_id) as found,
    cast(null as double) as expected
from raw_corrections as decided
anti join correction using (correction_id)
anti join superseded
    on superseded.source = 'corrections'
    and superseded.batch_id = decided.batch_id
    and superseded.row_number = decided.row_number
group by decided.source
