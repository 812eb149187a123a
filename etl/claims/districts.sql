-- grain: one row
select count(distinct village_code[:4]) as computed
from household
