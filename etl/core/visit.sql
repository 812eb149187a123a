-- grain: one row per visit
create view visit as
select
    raw.visit_id,
    raw.official_id,
    raw.household_id,
    raw.visit_date,
    raw.process_stage,
    raw.life_process_stage,
    raw.income_seen_baht_per_person_year,
    raw.note_code,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_visits as raw
anti join superseded
    on superseded.source = 'visits'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
