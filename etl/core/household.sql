-- grain: one row per target household, excluded ones with the reason and the month
create view household as
with latest as (
    select raw.*
    from raw_households as raw
    anti join superseded
        on superseded.source = 'households'
        and superseded.batch_id = raw.batch_id
        and superseded.row_number = raw.row_number
),

-- A household that was found and does not want help has declined; unknown is not "no".
reasoned as (
    select
        *,
        case
            when status <> 'found' then status
            when wants_help = false then 'declined'
        end as excluded_reason
    from latest
)

select
    household_id,
    village_code,
    bmn_year,
    household_class,
    members_persons,
    status,
    status_date,
    wants_help,
    source_list,
    excluded_reason,
    case
        when excluded_reason is not null then cast(date_trunc('month', status_date) as date)
    end as excluded_month,
    record_origin,
    batch_id,
    row_number
from reasoned
