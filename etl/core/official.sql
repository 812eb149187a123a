-- grain: one row per officer
create view official as
select
    raw.official_id,
    raw.agency_code,
    raw.district_code,
    raw.appointed_date,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_officials as raw
anti join superseded
    on superseded.source = 'officials'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
