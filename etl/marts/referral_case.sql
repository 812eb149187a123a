-- grain: one row per referral of a need
create table referral_case as
select
    profile.district_code,
    profile.village_code,
    need.household_id,
    need.dimension,
    need.problem,
    referral.referral_id,
    referral.need_id,
    referral.from_holder,
    referral.to_holder,
    referral.opened_date,
    referral.answered_date,
    referral.closed_date
from referral
join need using (need_id)
join household_profile as profile using (household_id)
order by profile.district_code, referral.opened_date, referral.referral_id
