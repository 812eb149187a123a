-- grain: one row per referral up to the end of a month: waiting for an answer, answered, or all
with month_end as (
    select last_day(cast($month || '-01' as date)) as day
),

referral as (
    select
        referral.referral_id,
        referral.household_id,
        referral.district_code,
        referral.village_code,
        referral.dimension,
        referral.problem,
        referral.from_holder,
        referral.to_holder,
        referral.opened_date,
        if(referral.answered_date <= month_end.day, referral.answered_date, null) as answered_date,
        coalesce(referral.answered_date > month_end.day, true)
        and coalesce(referral.closed_date > month_end.day, true) as is_waiting,
        datediff('day', referral.opened_date, month_end.day) as open_days
    from warehouse.referral_case as referral
    cross join month_end
    where
        referral.opened_date <= month_end.day
        and ($district_code is null or referral.district_code = $district_code)
        and ($holder is null or referral.to_holder = $holder)
        and ($need is null or referral.dimension = $need)
)

select
    referral.* exclude (open_days),
    case
        when referral.is_waiting then referral.open_days
        when referral.answered_date is not null
            then datediff('day', referral.opened_date, referral.answered_date)
    end as days
from referral
cross join warehouse.service_rule as rule
where
    case $state
        when 'waiting' then referral.is_waiting
        when 'answered' then referral.answered_date is not null
        when 'all' then true
    end
    and case $age
        when 'stale' then referral.is_waiting and referral.open_days > rule.referral_stale_days
        else true
    end
