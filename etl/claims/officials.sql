-- grain: one row
select count(*) as computed
from official
