-- grain: one row per declared indicator
select *
from declaration
order by indicator
