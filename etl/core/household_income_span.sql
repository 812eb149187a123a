-- grain: one row per household in the programme and span of months with one latest income
create table household_income_span as
with programme_span as (
    select min(month) as first_month, max(month) as last_month from calendar
),

-- An income counts from the month it was recorded; an older one was known at the beginning.
known as (
    select
        income_gap.household_id,
        greatest(cast(date_trunc('month', income_gap.recorded_date) as date), span.first_month)
            as month,
        income_gap.recorded_date,
        income_gap.is_at_or_above_line
    from income_gap
    semi join household
        on household.household_id = income_gap.household_id and household.excluded_month is null
    cross join programme_span as span
    where income_gap.recorded_date <= last_day(span.last_month)
),

-- The latest income of a month replaces the one before it.
latest as (
    select household_id, month, arg_max(is_at_or_above_line, recorded_date) as is_at_or_above_line
    from known
    group by household_id, month
)

select
    latest.household_id,
    latest.month as first_month,
    coalesce(
        cast(lead(latest.month) over later - interval 1 month as date), span.last_month
    ) as last_month,
    latest.is_at_or_above_line
from latest
cross join programme_span as span
window later as (partition by latest.household_id order by latest.month)
