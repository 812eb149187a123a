-- grain: one row per household and aspect that stands otherwise in the later snapshot
with changed as (
    select
        household_id,
        aspect,
        earlier_standing.standing as standing_before,
        later_standing.standing as standing_after
    from earlier_standing
    full join later_standing using (household_id, aspect)
    where earlier_standing.standing is distinct from later_standing.standing
)

select
    coalesce(later_profile.district_code, earlier_profile.district_code) as district_code,
    coalesce(later_profile.village_code, earlier_profile.village_code) as village_code,
    changed.household_id,
    changed.aspect,
    changed.standing_before,
    changed.standing_after
from changed
left join earlier.household_profile as earlier_profile using (household_id)
left join later.household_profile as later_profile using (household_id)
