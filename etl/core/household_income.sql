-- grain: one row per household with a recorded income; baht per person per year
create table household_income as
with last_day as (
    select last_day(max(month)) as day from calendar
),

beside_line as (
    select
        income.household_id,
        income.recorded_date,
        income.income_baht_per_person_year,
        income_line.line_baht,
        income.income_baht_per_person_year >= income_line.line_baht as is_at_or_above_line
    from income
    join income_line on income.bmn_year between income_line.first_year and income_line.last_year
    cross join last_day
    where income.recorded_date <= last_day.day
)

select
    household_id,
    unnest(arg_max({
        'recorded_date': recorded_date,
        'income_baht_per_person_year': income_baht_per_person_year,
        'line_baht': line_baht,
        'is_at_or_above_line': is_at_or_above_line
    }, recorded_date)),
    min(recorded_date) filter (is_at_or_above_line) as first_above_date,
    max(income_baht_per_person_year) as highest_baht_per_person_year
from beside_line
group by household_id
