-- grain: one row per indicator, month, group, province and size of district
create table mart_funnel_limit as
select
    indicator,
    month,
    group_code,
    province_code,
    denominator,
    lower_2sd_pct,
    upper_2sd_pct,
    lower_3sd_pct,
    upper_3sd_pct
from funnel_limit
order by indicator, group_code, month, province_code, denominator
