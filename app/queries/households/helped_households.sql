-- grain: one row per household that got help which a month's figures count
with help as (
    select household_number
    from warehouse.help_given
    where
        help_date <= last_day(strptime($month, '%Y-%m'))
        and counted_month <= strptime($month, '%Y-%m')
        and ($district_code is null or district_code = $district_code)
        and ($agency is null or agency_code = $agency)
        and ($type is null or agency_type = $type)
        and ($fund is null or fund_source = $fund)
        and ($power is null or power = $power)
        and ($need is null or dimension = $need)
        and ($value is null or value_baht is null)
)

select
    profile.household_number,
    profile.household_id,
    profile.village_code,
    profile.household_class
from warehouse.household_profile as profile
semi join help using (household_number)
