-- grain: one row per village and month
with programme_span as (
    select min(month) as first_month, max(month) as last_month from calendar
),

-- An income counts from the month it was recorded; an older one was known at the beginning.
known as (
    select
        income.household_id,
        household.village_code,
        greatest(cast(date_trunc('month', income.recorded_date) as date), span.first_month)
            as month,
        income.recorded_date,
        income.income_baht_per_person_year >= income_line.line_baht as is_at_or_above_line
    from income
    join household on household.household_id = income.household_id
    join income_line on income.bmn_year between income_line.first_year and income_line.last_year
    cross join programme_span as span
    where household.excluded_month is null and income.recorded_date <= last_day(span.last_month)
),

-- The latest income of a month replaces the one before it.
latest as (
    select
        household_id,
        village_code,
        month,
        arg_max(is_at_or_above_line, recorded_date) as is_at_or_above_line
    from known
    group by household_id, village_code, month
),

changed as (
    select
        village_code,
        month,
        cast(is_at_or_above_line as integer)
        - coalesce(cast(lag(is_at_or_above_line) over earlier as integer), 0) as above_change,
        if(lag(month) over earlier is null, 1, 0) as known_change
    from latest
    window earlier as (partition by household_id order by month)
),

change_in_month as (
    select
        village_code,
        month,
        sum(above_change) as above_change,
        sum(known_change) as known_change
    from changed
    group by village_code, month
),

village as (
    select distinct village_code from household
)

select
    village.village_code as area_code,
    calendar.month,
    'all' as group_code,
    coalesce(sum(change_in_month.above_change) over so_far, 0) as numerator,
    coalesce(sum(change_in_month.known_change) over so_far, 0) as denominator
from village
cross join calendar
left join change_in_month
    on change_in_month.village_code = village.village_code
    and change_in_month.month = calendar.month
window so_far as (partition by village.village_code order by calendar.month)
