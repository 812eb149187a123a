-- grain: one row per partner agency
create view agency as
select
    raw.agency_code,
    raw.name_th,
    raw.name_en,
    raw.agency_type,
    raw.dimension,
    raw.to_be_confirmed,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_agencies as raw
anti join superseded
    on superseded.source = 'agencies'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
