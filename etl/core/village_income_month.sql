-- grain: one row per village and month; households with an income known by its end, their gaps
create table village_income_month as
with programme_span as (
    select min(month) as first_month, max(month) as last_month from calendar
),

-- An income counts from the month it was recorded; an older one was known at the beginning.
known as (
    select
        income_gap.household_id,
        household.village_code,
        greatest(cast(date_trunc('month', income_gap.recorded_date) as date), span.first_month)
            as month,
        income_gap.recorded_date,
        income_gap.is_at_or_above_line,
        income_gap.gap_share
    from income_gap
    join household on household.household_id = income_gap.household_id
    cross join programme_span as span
    where household.excluded_month is null and income_gap.recorded_date <= last_day(span.last_month)
),

-- The latest income of a month replaces the one before it. Gaps in millionths of the line are
-- whole numbers, so that sums are exact in whatever order they are made.
latest as (
    select
        household_id,
        village_code,
        month,
        unnest(arg_max({
            'above': cast(is_at_or_above_line as bigint),
            'gap': cast(floor(1000000 * gap_share + 0.5) as bigint),
            'squared_gap': cast(floor(1000000 * gap_share * gap_share + 0.5) as bigint)
        }, recorded_date))
    from known
    group by household_id, village_code, month
),

changed as (
    select
        village_code,
        month,
        above - coalesce(lag(above) over earlier, 0) as above_change,
        gap - coalesce(lag(gap) over earlier, 0) as gap_change,
        squared_gap - coalesce(lag(squared_gap) over earlier, 0) as squared_gap_change,
        if(lag(month) over earlier is null, 1, 0) as known_change
    from latest
    window earlier as (partition by household_id order by month)
),

change_in_month as (
    select village_code, month, sum(columns('_change$')) as '\0'
    from changed
    group by village_code, month
),

village as (
    select distinct village_code from household
)

select
    village.village_code,
    calendar.month,
    cast(coalesce(sum(change.known_change) over so_far, 0) as bigint) as known_households,
    cast(coalesce(sum(change.above_change) over so_far, 0) as bigint)
        as at_or_above_line_households,
    cast(coalesce(sum(change.gap_change) over so_far, 0) as bigint) as gap_millionths,
    cast(coalesce(sum(change.squared_gap_change) over so_far, 0) as bigint)
        as squared_gap_millionths
from village
cross join calendar
left join change_in_month as change
    on change.village_code = village.village_code
    and change.month = calendar.month
window so_far as (partition by village.village_code order by calendar.month)
