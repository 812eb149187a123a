-- grain: one row per completed help event
create table help_given as
select
    help.help_id,
    profile.district_code,
    profile.household_id,
    profile.household_number,
    need.dimension,
    help.kind,
    help.agency_code,
    agency.agency_type,
    help.fund_source,
    help.power,
    help.help_date,
    help.value_baht,
    help.in_kind,
    -- Help before the village committee's word counts from that word on, as in the indicators;
    -- help without a verified need, or to a household that left, is in none of them.
    if(
        household_need.need_date is null,
        null,
        cast(date_trunc('month', greatest(help.help_date, household_need.need_date)) as date)
    ) as counted_month
from help
join need using (need_id)
join household_profile as profile using (household_id)
left join household_need
    on household_need.household_number = profile.household_number
    and household_need.dimension = need.dimension
left join agency using (agency_code)
where help.status = 'completed'
