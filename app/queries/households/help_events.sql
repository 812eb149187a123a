-- grain: one row per completed help event that a month's figures count, or that they do not
select
    -- Only to tell rows apart: a number sorts many times faster than a text.
    help.rowid as help_number,
    help.household_id,
    help.district_code,
    help.help_date,
    help.dimension,
    help.kind,
    help.agency_code,
    help.fund_source,
    help.power,
    help.value_baht,
    help.in_kind
from warehouse.help_given as help
where
    help.help_date <= last_day(strptime($month, '%Y-%m'))
    and case $view
        when 'help' then help.counted_month <= strptime($month, '%Y-%m')
        when 'outside' then coalesce(help.counted_month > strptime($month, '%Y-%m'), true)
    end
    and ($district_code is null or help.district_code = $district_code)
    and ($agency is null or help.agency_code = $agency)
    and ($type is null or help.agency_type = $type)
    and ($fund is null or help.fund_source = $fund)
    and ($power is null or help.power = $power)
    and ($need is null or help.dimension = $need)
    and ($value is null or help.value_baht is null)
