-- grain: one row per household of an id, which is one or none
select
    profile.household_id,
    profile.village_code,
    profile.household_class,
    profile.members_persons,
    profile.excluded_reason,
    profile.excluded_month,
    profile.elderly_alone,
    profile.disabled,
    profile.bedridden,
    profile.child_out_of_school,
    profile.woman_headed,
    household.source_list,
    household.bmn_year,
    role_model.kind as role_model_kind,
    role_model.chosen_date as role_model_date
from warehouse.household_profile as profile
join warehouse.household as household using (household_id)
left join warehouse.role_model as role_model using (household_id)
where profile.household_id = $household_id
