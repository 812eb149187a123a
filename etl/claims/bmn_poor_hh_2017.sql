-- grain: one row
select sum(households_below_line) as computed
from bmn_survey
where bmn_year = 2017
