-- grain: one row per refused row of needs: it was closed before it was recorded
select batch_id, row_number, 'closed_date' as column_name, opened_date as other_date
from raw_needs
where closed_date < opened_date
