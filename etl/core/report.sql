-- grain: one row per officer and month reported on
create view report as
select
    raw.official_id,
    raw.report_month,
    raw.received_date,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_reports as raw
anti join superseded
    on superseded.source = 'reports'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
