-- grain: one row per completed help event that repeats an earlier one within the rule's days
create table repeated_help as
-- Most events stand alone; only the rest are put in order.
with repeated_kind as (
    select household_number, dimension, kind
    from help_given
    group by household_number, dimension, kind
    having count(*) > 1
),

in_order as (
    select
        help_given.*,
        lag(help_id) over earlier as first_help_id,
        lag(help_date) over earlier as first_date,
        lag(agency_code) over earlier as first_agency_code,
        lag(fund_source) over earlier as first_fund_source,
        lag(value_baht) over earlier as first_value_baht
    from help_given
    semi join repeated_kind using (household_number, dimension, kind)
    window earlier as (partition by household_number, dimension, kind order by help_date, help_id)
)

select
    profile.district_code,
    profile.village_code,
    profile.household_id,
    in_order.dimension,
    in_order.kind,
    in_order.first_help_id,
    in_order.help_id as second_help_id,
    in_order.first_date,
    in_order.help_date as second_date,
    datediff('day', in_order.first_date, in_order.help_date) as days_apart,
    in_order.first_agency_code,
    in_order.agency_code as second_agency_code,
    in_order.first_fund_source,
    in_order.fund_source as second_fund_source,
    in_order.first_value_baht,
    in_order.value_baht as second_value_baht,
    review.verdict,
    review.reason as review_reason,
    review.reviewed_by,
    review.reviewed_date
from in_order
join household_profile as profile using (household_number)
left join duplicate_review as review
    on review.first_help_id = in_order.first_help_id
    and review.second_help_id = in_order.help_id
where
    in_order.first_help_id is not null
    and datediff('day', in_order.first_date, in_order.help_date) <= $window_days
    and ($same_agency_counts or in_order.agency_code <> in_order.first_agency_code)
order by profile.district_code, in_order.help_date, in_order.help_id
