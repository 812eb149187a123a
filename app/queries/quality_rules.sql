-- grain: one row per rule that finds what is doubtful, in words
select *
from warehouse.quality_rule
order by rule
