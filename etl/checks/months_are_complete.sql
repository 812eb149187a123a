-- fact: every monthly figure has each month of the calendar once, and the calendar has no gap
with counted as (
    select
        indicator, level, area_code, group_code,
        count(*) as months,
        count(distinct month) as different_months
    from mart_indicator
    join declaration using (indicator)
    where level <> 'village' and period = 'month'
    group by all
)

select indicator, level, area_code, group_code, months
from counted
where months <> different_months or months <> (select count(*) from calendar)
union all
select 'calendar', null, null, null, count(*)
from calendar
having count(*) <> datediff('month', min(month), max(month)) + 1
