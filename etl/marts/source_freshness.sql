-- grain: one row per source, and per source and district where households or reports are counted
create table source_freshness as
with received as (
    select source, max(loaded_at) as last_received_at, sum(rows_loaded) as rows
    from batch
    group by source
),

last_record as (
    select 'households' as source, max(status_date) as last_record_date from raw_households
    union all
    select 'incomes', max(recorded_date) from raw_incomes
    union all
    select 'needs', max(greatest(opened_date, verified_date, closed_date)) from raw_needs
    union all
    select 'help', max(help_date) from raw_help
    union all
    select 'visits', max(visit_date) from raw_visits
    union all
    select 'referrals', max(greatest(opened_date, answered_date, closed_date)) from raw_referrals
    union all
    select 'officials', max(appointed_date) from raw_officials
    union all
    select 'pairings', max(greatest(from_date, to_date)) from raw_pairings
    union all
    select 'reports', max(received_date) from raw_reports
    union all
    select 'district_fund', max(movement_date) from raw_district_fund
    union all
    select 'role_models', max(chosen_date) from raw_role_models
    union all
    select 'duplicate_reviews', max(reviewed_date) from raw_duplicate_reviews
    union all
    select 'corrections', max(decided_date) from raw_corrections
    union all
    select 'bmn_surveys', make_date(max(bmn_year), 12, 31) from raw_bmn_surveys
    union all
    select 'tpmap_open', make_date(max(edition_year), 12, 31) from tpmap_unit
),

-- Households of a district that a source tells of by the end of a month; reports of those due.
counted as (
    select
        case indicator
            when 'any_need' then 'needs'
            when 'any_helped' then 'help'
            when 'income_at_or_above_line' then 'incomes'
            when 'households_visited' then 'visits'
            else 'reports'
        end as source,
        area_code,
        month,
        if(indicator = 'income_at_or_above_line', denominator, numerator) as covered
    from mart_indicator
    where
        indicator in (
            'any_need', 'any_helped', 'income_at_or_above_line', 'households_visited',
            'reports_received'
        )
        and level = 'district'
        and note is null
),

covered_of as (
    select
        indicator = 'reports_received' as is_report,
        area_code,
        month,
        denominator
    from mart_indicator
    where indicator in ('any_need', 'reports_received') and level = 'district' and note is null
),

-- Visits and reports are counted anew each month; the others only grow.
grown as (
    select
        *,
        covered - if(
            source in ('visits', 'reports'),
            0,
            coalesce(lag(covered) over (partition by source, area_code order by month), 0)
        ) > 0 as is_new
    from counted
),

district as (
    select
        grown.source,
        grown.area_code,
        max(grown.month) filter (grown.is_new) as last_record_month,
        arg_max(grown.covered, grown.month) as covered,
        arg_max(covered_of.denominator, grown.month) as covered_of
    from grown
    join covered_of
        on covered_of.is_report = (grown.source = 'reports')
        and covered_of.area_code = grown.area_code
        and covered_of.month = grown.month
    group by grown.source, grown.area_code
)

select
    received.source,
    cast(null as varchar) as district_code,
    last_record.last_record_date,
    cast(date_trunc('month', last_record.last_record_date) as date) as last_record_month,
    received.last_received_at,
    cast(received.rows as bigint) as rows,
    cast(null as bigint) as covered,
    cast(null as bigint) as covered_of
from received
left join last_record using (source)
union all
select
    district.source,
    district.area_code,
    null,
    district.last_record_month,
    received.last_received_at,
    null,
    district.covered,
    district.covered_of
from district
join received using (source)
order by source, district_code nulls first
