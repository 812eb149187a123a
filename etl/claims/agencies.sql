-- grain: one row
select count(*) as computed
from agency
where agency_type = 'government'
