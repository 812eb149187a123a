-- grain: one row
select count(distinct village_code) as computed
from household
