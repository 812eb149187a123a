-- grain: one row per district-fund movement from the programme's first month to one; baht
select
    movement_id,
    district_code,
    movement_date,
    direction,
    amount_baht,
    household_id,
    purpose
from warehouse.district_fund_movement
where
    movement_date between (select min(month) from warehouse.calendar)
    and last_day(strptime($month, '%Y-%m'))
    and ($district_code is null or district_code = $district_code)
    and ($direction is null or direction = $direction)
