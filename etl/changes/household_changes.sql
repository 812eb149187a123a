-- grain: one row per household and aspect that stands otherwise in the later snapshot
with earlier_standing as (
    select household_id, dimension as aspect, case
        when solved_day is not null then 'solved'
        when help_day is not null then 'helped'
        else 'waiting'
    end as standing
    from earlier.household_dimension
    where dimension <> 'any'
    union all
    select household_id, 'register', coalesce(excluded_reason, 'included')
    from earlier.household_profile
    union all
    select household_id, 'income', if(is_at_or_above_line, 'above_line', 'below_line')
    from earlier.household_profile
    where is_at_or_above_line is not null
    union all
    select household_id, 'officer', official_id
    from earlier.household_profile
    where official_id is not null
),

later_standing as (
    select household_id, dimension as aspect, case
        when solved_day is not null then 'solved'
        when help_day is not null then 'helped'
        else 'waiting'
    end as standing
    from later.household_dimension
    where dimension <> 'any'
    union all
    select household_id, 'register', coalesce(excluded_reason, 'included')
    from later.household_profile
    union all
    select household_id, 'income', if(is_at_or_above_line, 'above_line', 'below_line')
    from later.household_profile
    where is_at_or_above_line is not null
    union all
    select household_id, 'officer', official_id
    from later.household_profile
    where official_id is not null
),

changed as (
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
