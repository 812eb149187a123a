-- grain: one row per dimension in which a household in the programme has a verified need, and any
select dimension, need_date, help_date, solved_date, is_assigned
from warehouse.household_need
where household_id = $household_id and need_date <= $month_end
