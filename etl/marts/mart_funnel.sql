-- grain: one row per indicator, month, group and district with a share; target: the province's
create table mart_funnel as
select
    indicator,
    month,
    group_code,
    area_code,
    denominator,
    value,
    target_pct,
    z,
    is_outside_2sd,
    is_outside_3sd,
    is_outside_plain_3sd,
    method,
    phi,
    tau_points
from funnel_point
order by indicator, group_code, month, area_code
