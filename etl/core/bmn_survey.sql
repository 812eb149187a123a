-- grain: one row per BMN survey year and district
create view bmn_survey as
select
    raw.bmn_year,
    raw.district_code,
    raw.households_below_line,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_bmn_surveys as raw
anti join superseded
    on superseded.source = 'bmn_surveys'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
