-- grain: one row per refused row of referrals: it was closed before it was made
select batch_id, row_number, 'closed_date' as column_name, opened_date as other_date
from raw_referrals
where closed_date < opened_date
