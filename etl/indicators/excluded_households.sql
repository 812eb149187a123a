-- grain: one row per village, month and reason of exclusion
with listed as (
    select village_code, count(*) as households
    from household
    group by village_code
),

reason as (
    select unnest(['all', 'died', 'moved', 'not_found', 'declined']) as group_code
),

-- A status newer than the last event still shows, in the last month.
new_households as (
    select
        household.village_code,
        reason.group_code,
        greatest(span.first_month, least(household.excluded_month, span.last_month)) as month,
        count(*) as households
    from household
    join reason on reason.group_code in ('all', household.excluded_reason)
    cross join (
        select min(month) as first_month, max(month) as last_month from calendar
    ) as span
    where household.excluded_reason is not null
    group by all
)

select
    listed.village_code as area_code,
    calendar.month,
    reason.group_code,
    coalesce(sum(new.households) over (
        partition by listed.village_code, reason.group_code order by calendar.month
    ), 0) as numerator,
    listed.households as denominator
from listed
cross join reason
cross join calendar
left join new_households as new
    on new.village_code = listed.village_code
    and new.group_code = reason.group_code
    and new.month = calendar.month
