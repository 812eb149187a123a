-- grain: one row per refused row of help: it is dated before its need was recorded
select help.batch_id, help.row_number, 'help_date' as column_name, need.opened_date as other_date
from raw_help as help
join latest_needs as need using (need_id)
where help.help_date < need.opened_date
