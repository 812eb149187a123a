-- grain: one row per change of a household, those of the first $most_households households
with listed as (
    select distinct household_id, district_code, village_code
    from household_change
    order by district_code, village_code, household_id
    limit $most_households
)

select household_change.*
from household_change
semi join listed using (household_id)
order by district_code, village_code, household_id, aspect
