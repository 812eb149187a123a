-- grain: one row per district-fund movement; baht
create view district_fund_movement as
select
    raw.movement_id,
    raw.district_code,
    raw.movement_date,
    raw.direction,
    raw.amount_baht,
    raw.household_id,
    raw.purpose,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_district_fund as raw
anti join superseded
    on superseded.source = 'district_fund'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
