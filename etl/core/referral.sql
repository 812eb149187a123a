-- grain: one row per referral
create view referral as
select
    raw.referral_id,
    raw.need_id,
    raw.from_holder,
    raw.to_holder,
    raw.opened_date,
    raw.answered_date,
    raw.closed_date,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_referrals as raw
anti join superseded
    on superseded.source = 'referrals'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
