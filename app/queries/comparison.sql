-- grain: one row per indicator, month and district with a share that districts are compared by
select
    indicator,
    strftime(month, '%Y-%m') as month,
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
from warehouse.mart_comparison
where group_code = 'all'
order by indicator, month, area_code
