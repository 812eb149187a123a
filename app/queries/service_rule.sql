-- grain: the one row of rules of the work that this warehouse was built by
select
    repeated_help_window_days,
    repeated_help_same_agency_counts,
    households_per_official,
    visit_gap_days,
    referral_stale_days
from warehouse.service_rule
