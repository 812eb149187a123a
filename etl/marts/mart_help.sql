-- grain: one row per way of grouping, its code, dimension, district and month; what came new in it
create table mart_help as
with counted as (
    from help_given
    where counted_month is not null
),

-- Ways of grouping have few codes: what is alike is added up once before it is grouped.
added_up as (
    select
        agency_code, agency_type, fund_source, power, dimension, district_code,
        counted_month as month, count(*) as events, sum(value_baht) as value_baht,
        count(*) filter (value_baht is null) as events_without_value
    from counted
    group by all
),

event_total as (
    select
        case
            when grouping(agency_code) = 0 then 'agency'
            when grouping(agency_type) = 0 then 'agency_type'
            when grouping(fund_source) = 0 then 'fund_source'
            when grouping(power) = 0 then 'power'
            else 'all'
        end as grouping,
        coalesce(agency_code, agency_type, fund_source, power, 'all') as code,
        if(grouping(dimension) = 0, dimension, 'any') as dimension,
        district_code,
        month,
        cast(sum(events) as bigint) as events,
        coalesce(sum(value_baht), 0) as value_baht,
        cast(sum(events_without_value) as bigint) as events_without_value
    from added_up
    group by
        district_code, month,
        grouping sets (
            (agency_code, dimension), (agency_code), (agency_type, dimension), (agency_type),
            (fund_source, dimension), (fund_source), (power, dimension), (power), (dimension), ()
        )
),

-- A household is new in the first month only, so that months add up to households.
first_month as (
    select
        case
            when grouping(agency_code) = 0 then 'agency'
            when grouping(agency_type) = 0 then 'agency_type'
            when grouping(fund_source) = 0 then 'fund_source'
            when grouping(power) = 0 then 'power'
            else 'all'
        end as grouping,
        coalesce(agency_code, agency_type, fund_source, power, 'all') as code,
        if(grouping(dimension) = 0, dimension, 'any') as dimension,
        any_value(district_code) as district_code,
        min(counted_month) as month
    from counted
    group by
        household_number,
        grouping sets (
            (agency_code, dimension), (agency_code), (agency_type, dimension), (agency_type),
            (fund_source, dimension), (fund_source), (power, dimension), (power), (dimension), ()
        )
),

household_total as (
    select grouping, code, dimension, district_code, month, count(*) as new_households
    from first_month
    group by all
)

select
    event_total.grouping,
    event_total.code,
    event_total.dimension,
    event_total.district_code,
    event_total.month,
    event_total.events,
    coalesce(household_total.new_households, 0) as new_households,
    event_total.value_baht,
    event_total.events_without_value
from event_total
left join household_total using (grouping, code, dimension, district_code, month)
order by all
