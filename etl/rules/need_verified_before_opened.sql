-- grain: one row per refused row of needs: it was verified before it was recorded
select batch_id, row_number, 'verified_date' as column_name, opened_date as other_date
from raw_needs
where verified_date < opened_date
