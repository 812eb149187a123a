-- grain: one row per pairing of a household with an officer begun by the end of a month
select
    pairing.official_id,
    pairing.from_date,
    if(pairing.to_date <= $month_end, pairing.to_date, null) as to_date,
    agency.agency_code,
    agency.name_th,
    agency.name_en
from warehouse.pairing as pairing
left join warehouse.official as official using (official_id)
left join warehouse.agency as agency using (agency_code)
where pairing.household_id = $household_id and pairing.from_date <= $month_end
order by pairing.from_date, pairing.pairing_id
