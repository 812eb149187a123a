-- fact: a compared share lies within its interval, and no best rank or group comes after the worst
select *
from mart_comparison
where
    not value between lower_pct and upper_pct
    or rank_best not between 1 and rank_worst
    or group_first not between 1 and group_last
