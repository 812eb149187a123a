-- grain: one row per month and size of district of one indicator
select
    strftime(month, '%Y-%m') as month,
    denominator,
    lower_2sd_pct,
    upper_2sd_pct,
    lower_3sd_pct,
    upper_3sd_pct
from warehouse.mart_funnel_limit
where indicator = $indicator and group_code = 'all' and province_code = $province_code
order by month, denominator
