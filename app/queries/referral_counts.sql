-- grain: one row per way of grouping referrals up to the end of a month; each median in days
with month_end as (
    select last_day(cast($month || '-01' as date)) as day
),

referral as (
    select
        referral.district_code,
        referral.to_holder,
        referral.dimension,
        coalesce(referral.answered_date > month_end.day, true)
        and coalesce(referral.closed_date > month_end.day, true) as is_waiting,
        referral.answered_date <= month_end.day as is_answered,
        datediff('day', referral.opened_date, month_end.day) as open_days,
        datediff('day', referral.opened_date, referral.answered_date) as answer_days,
        rule.referral_stale_days as stale_days
    from warehouse.referral_case as referral
    cross join month_end
    cross join warehouse.service_rule as rule
    where referral.opened_date <= month_end.day
)

select
    if(grouping(district_code) = 0, district_code, null) as district_code,
    if(grouping(to_holder) = 0, to_holder, null) as holder,
    if(grouping(dimension) = 0, dimension, null) as dimension,
    count(*) as referrals,
    count(*) filter (is_waiting) as waiting,
    count(*) filter (is_waiting and open_days > stale_days) as stale,
    count(*) filter (is_answered) as answered,
    median(open_days) filter (is_waiting) as median_open_days,
    median(answer_days) filter (is_answered) as median_answer_days
from referral
group by grouping sets (
    (), (to_holder), (dimension),
    (district_code), (district_code, to_holder), (district_code, dimension)
)
