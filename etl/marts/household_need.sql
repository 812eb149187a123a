-- grain: one row per household in the programme and dimension with a verified need, or any
create table household_need as
select
    profile.district_code,
    profile.subdistrict_code,
    profile.village_code,
    need.household_id,
    profile.household_number,
    need.dimension,
    profile.household_class,
    cast(need.need_day as date) as need_date,
    cast(need.help_day as date) as help_date,
    cast(need.solved_day as date) as solved_date,
    need.severity,
    need.problem,
    need.need_status,
    need.unsolved_reason,
    need.is_assigned,
    profile.elderly_alone,
    profile.disabled,
    profile.bedridden,
    profile.child_out_of_school,
    profile.woman_headed,
    profile.official_id,
    profile.last_visit_date
from household_dimension as need
join household_profile as profile using (household_id)
where need.excluded_month is null
order by need.dimension = 'any', profile.district_code, profile.village_code, need.household_id
