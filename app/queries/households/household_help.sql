-- grain: one row per help event of a household's needs dated by the end of a month
select
    help.need_id,
    need.dimension,
    help.kind,
    help.status as help_status,
    help.help_date,
    help.fund_source,
    help.value_baht,
    help.in_kind,
    help.power,
    help.agency_code,
    agency.name_th,
    agency.name_en
from warehouse.help as help
join warehouse.need as need using (need_id)
left join warehouse.agency as agency using (agency_code)
where need.household_id = $household_id and help.help_date <= $month_end
order by help.help_date, help.help_id
