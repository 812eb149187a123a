-- grain: one row per household and day its income was recorded; baht per person per year
create view income as
select
    raw.household_id,
    raw.recorded_date,
    raw.bmn_year,
    raw.income_baht_per_person_year,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_incomes as raw
anti join superseded
    on superseded.source = 'incomes'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
