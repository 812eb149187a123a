-- grain: one row
select count(distinct village_code[:6]) as computed
from household
