-- grain: one row per role-model household
create view role_model as
select
    raw.household_id,
    raw.chosen_date,
    raw.kind,
    raw.record_origin,
    raw.batch_id,
    raw.row_number
from raw_role_models as raw
anti join superseded
    on superseded.source = 'role_models'
    and superseded.batch_id = raw.batch_id
    and superseded.row_number = raw.row_number
