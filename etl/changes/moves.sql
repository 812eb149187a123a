-- grain: one row per district, aspect and standing before and after; households
select
    district_code,
    aspect,
    standing_before,
    standing_after,
    count(*) as households
from household_change
where aspect <> 'officer'
group by all
union all
-- Who the officer was and is would make a row for each household.
select district_code, aspect, null, null, count(*)
from household_change
where aspect = 'officer'
group by all
order by district_code, aspect, standing_before, standing_after
