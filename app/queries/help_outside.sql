-- grain: one row: completed help up to the end of a month that no indicator counts by then
select
    count(*) as events,
    coalesce(sum(value_baht), 0) as baht
from warehouse.help_given
where
    help_date <= last_day(strptime($month, '%Y-%m'))
    and coalesce(counted_month > strptime($month, '%Y-%m'), true)
    and ($district_code is null or district_code = $district_code)
