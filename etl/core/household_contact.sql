-- grain: one row per target household: who looks after it now, and when it was last seen
create table household_contact as
with last_day as (
    select last_day(max(month)) as day from calendar
),

-- The officer of the last day of data; the later pairing where two overlap.
current_pairing as (
    select
        pairing.household_id,
        unnest(arg_max(
            {'official_id': pairing.official_id, 'official_since': pairing.from_date},
            {'from_date': pairing.from_date, 'pairing_id': pairing.pairing_id}
        ))
    from pairing
    cross join last_day
    where last_day.day between pairing.from_date and coalesce(pairing.to_date, last_day.day)
    group by pairing.household_id
),

seen as (
    select
        household_id,
        max(visit_date) as last_visit_date,
        arg_max(process_stage, visit_date) as process_stage,
        arg_max(life_process_stage, visit_date) as life_process_stage
    from visit
    cross join last_day
    where visit_date <= last_day.day
    group by household_id
)

select
    household.household_id,
    current_pairing.official_id,
    current_pairing.official_since,
    seen.last_visit_date,
    seen.process_stage,
    seen.life_process_stage
from household
left join current_pairing using (household_id)
left join seen using (household_id)
