-- grain: one row per refused row of pairings: its last day is before its first
select batch_id, row_number, 'to_date' as column_name, from_date as other_date
from raw_pairings
where to_date < from_date
