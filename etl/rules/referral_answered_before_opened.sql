-- grain: one row per refused row of referrals: it was answered before it was made
select batch_id, row_number, 'answered_date' as column_name, opened_date as other_date
from raw_referrals
where answered_date < opened_date
