-- grain: one row per indicator, month, group and district with a share; intervals at 95 %
create table mart_comparison as
select
    indicator,
    month,
    group_code,
    area_code,
    numerator,
    denominator,
    value,
    lower_pct,
    upper_pct,
    standing,
    rank_best,
    rank_worst,
    group_first,
    group_last
from compared
order by indicator, group_code, month, area_code
