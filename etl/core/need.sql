-- grain: one row per need of a household
create view need as
select
    raw.need_id,
    raw.household_id,
    raw.dimension,
    raw.problem,
    raw.severity,
    raw.opened_date,
    raw.verified_date,
    raw.verified_by,
    raw.status,
    raw.closed_date,
    raw.unsolved_reason,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_needs as raw
anti join superseded
    on superseded.source = 'needs'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
