-- grain: one row per named household that got help which a month's figures count; baht
select
    household_number,
    count(*) as events,
    sum(value_baht) as baht,
    count(*) filter (value_baht is null) as events_without_value,
    max(help_date) as latest_date
from warehouse.help_given
where
    household_number in (select unnest($household_numbers))
    and help_date <= last_day(strptime($month, '%Y-%m'))
    and counted_month <= strptime($month, '%Y-%m')
    and ($district_code is null or district_code = $district_code)
    and ($agency is null or agency_code = $agency)
    and ($type is null or agency_type = $type)
    and ($fund is null or fund_source = $fund)
    and ($power is null or power = $power)
    and ($need is null or dimension = $need)
    and ($value is null or value_baht is null)
group by household_number
