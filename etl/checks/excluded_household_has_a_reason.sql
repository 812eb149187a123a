-- fact: who is left out has a reason and a month, and is listed, never dropped
select household_id
from household
where (excluded_reason is null) <> (excluded_month is null)
