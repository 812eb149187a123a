-- grain: one row per completed help event that repeats an earlier one within the rule's days
create table repeated_help as
-- Most events stand alone; only the rest are put in order.
with repeated_kind as (
    select household_number, dimension, kind
    from help_given
    group by household_number, dimension, kind
    having count(*) > 1
),

alike as (
    select help_given.*
    from help_given
    semi join repeated_kind using (household_number, dimension, kind)
),

-- An event repeats the latest earlier one that counts, whatever instalments lie between the two.
in_order as (
    select
        later.*,
        earlier.help_id as first_help_id,
        earlier.help_date as first_date,
        earlier.agency_code as first_agency_code,
        earlier.fund_source as first_fund_source,
        earlier.value_baht as first_value_baht
    from alike as later
    join alike as earlier using (household_number, dimension, kind)
    where
        (earlier.help_date, earlier.help_id) < (later.help_date, later.help_id)
        and datediff('day', earlier.help_date, later.help_date) <= $window_days
        and ($same_agency_counts or later.agency_code <> earlier.agency_code)
    qualify row_number() over (
        partition by later.help_id order by earlier.help_date desc, earlier.help_id desc
    ) = 1
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
order by profile.district_code, in_order.help_date, in_order.help_id
