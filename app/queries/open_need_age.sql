-- grain: one row per dimension and age in months of the needs that wait in one district and month
select dimension, months_waited, households
from warehouse.open_need_age
where district_code = $district_code and month = strptime($month, '%Y-%m')
order by dimension, months_waited
