-- grain: one row per household and aspect in which it stands somehow, of the snapshot in use
select household_id, dimension as aspect, case
    when solved_day is not null then 'solved'
    when help_day is not null then 'helped'
    else 'waiting'
end as standing
from household_dimension
where dimension <> 'any'
union all
select household_id, 'register', coalesce(excluded_reason, 'included')
from household_profile
union all
select household_id, 'income', if(is_at_or_above_line, 'above_line', 'below_line')
from household_profile
where is_at_or_above_line is not null
union all
select household_id, 'officer', official_id
from household_profile
where official_id is not null
