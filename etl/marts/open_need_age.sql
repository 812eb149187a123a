-- grain: one row per district, dimension, month and age in months with households not yet helped
create table open_need_age as
with verified as (
    select
        village_code[:4] as district_code,
        dimension,
        need_month,
        helped_month,
        count(*) as households
    from household_dimension
    where dimension <> 'any' and excluded_month is null
    group by all
)

select
    verified.district_code,
    verified.dimension,
    calendar.month,
    date_diff('month', verified.need_month, calendar.month) as months_waited,
    cast(sum(verified.households) as bigint) as households
from verified
join calendar
    on verified.need_month <= calendar.month
    and (verified.helped_month is null or verified.helped_month > calendar.month)
group by all
order by all
