-- grain: one row per household and day its income was recorded, beside the line of its edition
create view income_gap as
select
    income.household_id,
    income.recorded_date,
    income.income_baht_per_person_year >= income_line.line_baht as is_at_or_above_line,
    -- How far below the line, as a share of the line; nobody at or above it has a gap.
    greatest(income_line.line_baht - income.income_baht_per_person_year, 0)
    / income_line.line_baht as gap_share
from income
join income_line on income.bmn_year between income_line.first_year and income_line.last_year
