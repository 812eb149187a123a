-- grain: one row per reviewed pair of help events
create view duplicate_review as
select
    raw.first_help_id,
    raw.second_help_id,
    raw.verdict,
    raw.reason,
    raw.reviewed_by,
    raw.reviewed_date,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_duplicate_reviews as raw
anti join superseded
    on superseded.source = 'duplicate_reviews'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
