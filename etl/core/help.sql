-- grain: one row per help event
create view help as
select
    raw.help_id,
    raw.need_id,
    raw.kind,
    raw.agency_code,
    raw.fund_source,
    raw.value_baht,
    raw.in_kind,
    raw.power,
    raw.help_date,
    raw.status,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_help as raw
anti join superseded
    on superseded.source = 'help'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
