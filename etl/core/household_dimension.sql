-- grain: one row per household and dimension with a verified need, and one for any dimension
create table household_dimension as
with need_help as (
    select
        need_id,
        min(help_date) filter (status = 'completed') as first_day,
        bool_or(status <> 'cancelled') as is_assigned
    from help
    group by need_id
),

-- A need counts from the day it was verified. The first completed help counts, whichever need
-- of the dimension it answered. A dimension is solved when every verified need in it is closed
-- as solved, from the day the last of them was closed.
in_dimension as (
    select
        need.household_id,
        need.dimension,
        min(need.verified_date) as need_day,
        min(need_help.first_day) as help_day,
        coalesce(bool_or(need_help.is_assigned), false) as is_assigned,
        -- What speaks for the dimension is its gravest need that is not solved.
        arg_max(
            {
                'severity': need.severity,
                'problem': need.problem,
                'need_status': need.status,
                'unsolved_reason': need.unsolved_reason
            },
            {
                'is_unsolved': need.status <> 'solved',
                'severity': need.severity,
                'need_id': need.need_id
            }
        ) filter (need.verified_date is not null) as gravest,
        case
            when bool_and(need.status = 'solved' and need.closed_date is not null)
                filter (need.verified_date is not null)
                then max(need.closed_date) filter (need.verified_date is not null)
        end as solved_day
    from need
    left join need_help using (need_id)
    group by need.household_id, need.dimension
    having min(need.verified_date) is not null
),

-- Help before the village committee's word counts from that word on.
counted as (
    select
        household_id,
        dimension,
        need_day,
        if(help_day is null, null, greatest(help_day, need_day)) as help_day,
        if(solved_day is null, null, greatest(solved_day, need_day)) as solved_day,
        is_assigned,
        gravest
    from in_dimension
),

with_any as (
    from counted
    union all
    select
        household_id,
        'any',
        min(need_day),
        min(help_day),
        if(bool_and(solved_day is not null), max(solved_day), null),
        bool_or(is_assigned),
        arg_max(
            gravest,
            {
                'is_unsolved': gravest.need_status <> 'solved',
                'severity': gravest.severity,
                'dimension': dimension
            }
        )
    from counted
    group by household_id
)

select
    household_id,
    household.village_code,
    household.household_class,
    with_any.dimension,
    with_any.need_day,
    with_any.help_day,
    with_any.solved_day,
    with_any.is_assigned,
    with_any.gravest.severity,
    with_any.gravest.problem,
    with_any.gravest.need_status,
    with_any.gravest.unsolved_reason,
    cast(date_trunc('month', with_any.need_day) as date) as need_month,
    cast(date_trunc('month', with_any.help_day) as date) as helped_month,
    cast(date_trunc('month', with_any.solved_day) as date) as solved_month,
    household.excluded_month
from with_any
join household using (household_id)
