-- grain: the one row of rules of the work that this warehouse was built by
create table service_rule as
select
    $window_days as repeated_help_window_days,
    $same_agency_counts as repeated_help_same_agency_counts,
    $households_per_official as households_per_official,
    $gap_days as visit_gap_days,
    $stale_days as referral_stale_days
