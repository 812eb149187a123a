-- grain: one row per month of the programme, oldest first
select strftime(month, '%Y-%m') as month
from warehouse.calendar
order by month
