-- grain: one row per household member
create view member as
select
    raw.member_id,
    raw.household_id,
    raw.sex,
    raw.birth_year,
    raw.is_head,
    raw.disabled,
    raw.bedridden,
    raw.schooling,
    raw.elderly_card,
    raw.disability_card,
    raw.welfare_card,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_members as raw
anti join superseded
    on superseded.source = 'members'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
