-- grain: one row per district and month up to one: baht in, out and at its end, movements
select
    district_code,
    strftime(month, '%Y-%m') as month,
    in_baht,
    out_baht,
    movements,
    balance_baht
from warehouse.district_fund_month
where month <= strptime($month, '%Y-%m')
order by district_code, month
