-- grain: one row per household of an id, which is one or none
select household_id
from warehouse.household_profile
where household_id = $household_id
