-- grain: one row per district and dimension with a need that is open and that no agency has taken
select
    district_code,
    dimension,
    count(*) as needs,
    max(last_day(strptime($month, '%Y-%m')) - need_date) as longest_days,
    cast(median(last_day(strptime($month, '%Y-%m')) - need_date) as integer) as median_days
from warehouse.household_need
where
    dimension <> 'any'
    and not is_assigned
    and need_date <= last_day(strptime($month, '%Y-%m'))
    and coalesce(solved_date > last_day(strptime($month, '%Y-%m')), true)
    and ($district_code is null or district_code = $district_code)
group by district_code, dimension
order by district_code, dimension
