-- grain: one row
-- The submission speaks of fiscal year 2563, which ended on 30 September 2020.
select value as computed
from mart_indicator
where
    indicator = 'target_households'
    and group_code = 'relief'
    and level = 'province'
    and area_code = '40'
    and month = (select max(month) from calendar where month <= date '2020-09-01')
