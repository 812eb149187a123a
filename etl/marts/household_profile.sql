-- grain: one row per target household, excluded ones with the reason
create table household_profile as
select
    household.household_id,
    -- Only for joins: a number is compared many times faster than a text.
    cast(
        row_number() over (order by household.village_code, household.household_id) as integer
    ) as household_number,
    household.village_code[:4] as district_code,
    household.village_code[:6] as subdistrict_code,
    household.village_code,
    household.household_class,
    household.members_persons,
    household.excluded_reason,
    household.excluded_month,
    composition.elderly_alone,
    composition.disabled,
    composition.bedridden,
    composition.child_out_of_school,
    composition.woman_headed,
    composition.has_child,
    composition.has_elderly,
    contact.official_id,
    contact.official_since,
    contact.last_visit_date,
    contact.process_stage,
    contact.life_process_stage,
    income.income_baht_per_person_year,
    income.recorded_date as income_date,
    income.line_baht,
    income.is_at_or_above_line,
    income.first_above_date,
    -- Fell back: the latest income is below the line that an earlier one had reached.
    coalesce(not income.is_at_or_above_line and income.first_above_date is not null, false)
        as has_relapsed
from household
left join household_composition as composition using (household_id)
left join household_contact as contact using (household_id)
left join household_income as income using (household_id)
order by district_code, household.village_code, household.household_id
