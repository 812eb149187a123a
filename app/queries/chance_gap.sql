-- grain: one row per way the households are spread over the districts, equally or as they are
select spread, true_pct, districts, mean_households, median_gap_points, low_gap_points,
    high_gap_points
from warehouse.mart_chance_gap
order by spread desc
