-- grain: one row per referral of a household's needs opened by the end of a month
select
    need_id,
    dimension,
    from_holder,
    to_holder,
    opened_date,
    if(answered_date <= $month_end, answered_date, null) as answered_date,
    if(closed_date <= $month_end, closed_date, null) as closed_date
from warehouse.referral_case
where household_id = $household_id and opened_date <= $month_end
order by opened_date, referral_id
