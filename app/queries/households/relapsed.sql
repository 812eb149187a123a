-- grain: one row per household in the programme whose latest income fell below the line again
select
    profile.household_id,
    profile.village_code,
    profile.household_class,
    profile.first_above_date,
    income.highest_baht_per_person_year,
    profile.income_baht_per_person_year,
    profile.line_baht,
    profile.line_baht - profile.income_baht_per_person_year as lacking_baht,
    profile.income_date,
    profile.elderly_alone,
    profile.disabled,
    profile.bedridden,
    profile.child_out_of_school,
    profile.woman_headed,
    profile.official_id,
    profile.last_visit_date
from warehouse.household_profile as profile
join warehouse.household_income as income using (household_id)
where
    profile.has_relapsed
    and profile.excluded_reason is null
    and ($household_class is null or profile.household_class = $household_class)
    and starts_with(profile.village_code, $area_code)
    and (
        $vulnerability is null
        or case $vulnerability
            when 'elderly_alone' then profile.elderly_alone
            when 'disabled' then profile.disabled
            when 'bedridden' then profile.bedridden
            when 'child_out_of_school' then profile.child_out_of_school
            when 'woman_headed' then profile.woman_headed
        end is not distinct from $is_vulnerable
    )
