-- grain: one row per declared indicator
select *
from warehouse.declaration
order by indicator
