-- grain: one row per area, month, group, membership, dimension and measure; intervals at 95 %
create table mart_equity as
select
    area_code, month, group_code, membership, dimension, measure, numerator, denominator, value,
    lower_pct, upper_pct
from equity
order by all
