-- grain: one row
-- The line of the BMN edition in which the target households were found.
select max(line_baht) as computed
from income_line
join household on household.bmn_year between first_year and last_year
having count(distinct line_baht) = 1
