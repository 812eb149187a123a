-- grain: one row per day a household's income was recorded by the end of a month
select
    income.recorded_date,
    income.bmn_year,
    income.income_baht_per_person_year,
    income_line.line_baht
from warehouse.income as income
left join warehouse.income_line as income_line
    on income.bmn_year between income_line.first_year and income_line.last_year
where income.household_id = $household_id and income.recorded_date <= $month_end
order by income.recorded_date
