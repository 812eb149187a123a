-- grain: one row per district and month; baht that came in, went out and stood at its end
create table district_fund_month as
with moved as (
    select
        district_code,
        cast(date_trunc('month', movement_date) as date) as month,
        coalesce(sum(amount_baht) filter (direction = 'in'), 0) as in_baht,
        coalesce(sum(amount_baht) filter (direction = 'out'), 0) as out_baht,
        count(*) as movements
    from district_fund_movement
    group by all
),

district as (
    select distinct district_code from moved
),

-- What was moved before the programme's first month is in the balance it began with.
before as (
    select district_code, sum(in_baht - out_baht) as balance_baht
    from moved
    where month < (select min(month) from calendar)
    group by district_code
)

select
    district.district_code,
    calendar.month,
    coalesce(moved.in_baht, 0) as in_baht,
    coalesce(moved.out_baht, 0) as out_baht,
    coalesce(moved.movements, 0) as movements,
    coalesce(before.balance_baht, 0)
    + sum(coalesce(moved.in_baht, 0) - coalesce(moved.out_baht, 0)) over so_far as balance_baht
from district
cross join calendar
left join moved on moved.district_code = district.district_code and moved.month = calendar.month
left join before on before.district_code = district.district_code
window so_far as (partition by district.district_code order by calendar.month)
order by district.district_code, calendar.month
