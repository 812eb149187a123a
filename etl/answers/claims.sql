-- grain: one row per figure of the award submission, in the order of the register
select
    claim_id, title_th, title_en, value, unit, computed, status, reason_th, reason_en, source
from claim
