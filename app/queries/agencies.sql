-- grain: one row per partner agency
select agency_code, name_th, name_en, agency_type, to_be_confirmed
from warehouse.agency
order by agency_code
