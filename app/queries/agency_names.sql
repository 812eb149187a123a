-- grain: one row per agency
select agency_code, name_th, name_en, agency_type
from warehouse.agency
order by agency_code
