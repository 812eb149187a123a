-- grain: one row per pairing of an officer and a household
create view pairing as
select
    raw.pairing_id,
    raw.official_id,
    raw.household_id,
    raw.from_date,
    raw.to_date,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_pairings as raw
anti join superseded
    on superseded.source = 'pairings'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
