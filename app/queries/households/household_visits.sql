-- grain: one row per visit to a household by the end of a month
select visit_date, official_id, process_stage, life_process_stage
from warehouse.visit
where household_id = $household_id and visit_date <= $month_end
order by visit_date, visit_id
