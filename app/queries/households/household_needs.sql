-- grain: one row per need of a household that was recorded by the end of a month
select
    need_id,
    dimension,
    problem,
    severity,
    opened_date,
    if(verified_date <= $month_end, verified_date, null) as verified_date,
    verified_by,
    status as need_status,
    if(closed_date <= $month_end, closed_date, null) as closed_date,
    unsolved_reason
from warehouse.need
where household_id = $household_id and opened_date <= $month_end
order by opened_date, need_id
