-- grain: one row per month and district of one indicator, beside the province's share
select
    strftime(month, '%Y-%m') as month,
    area_code,
    denominator,
    value,
    target_pct,
    is_outside_2sd,
    is_outside_3sd,
    is_outside_plain_3sd,
    phi,
    tau_points
from warehouse.mart_funnel
where indicator = $indicator and group_code = 'all'
order by month, area_code
