-- grain: one row per month of the programme, oldest first
select strftime(month, '%Y-%m') as month
from calendar
order by month
