-- grain: one row per dimension, state of the need at a month's end and band of days since then
select
    dimension,
    coalesce(help_date <= $month_end, false) as is_helped,
    is_assigned,
    case
        when $month_end - need_date >= $fourth_band_days then 4
        when $month_end - need_date >= $third_band_days then 3
        when $month_end - need_date >= $second_band_days then 2
        else 1
    end as band,
    count(*) as needs,
    max($month_end - need_date) as longest_days
from warehouse.household_need
where
    need_date <= $month_end
    and (solved_date is null or solved_date > $month_end)
    and ($severity is null or severity = $severity)
    and ($household_class is null or household_class = $household_class)
    and starts_with(village_code, $area_code)
    and (
        $vulnerability is null
        or case $vulnerability
            when 'elderly_alone' then elderly_alone
            when 'disabled' then disabled
            when 'bedridden' then bedridden
            when 'child_out_of_school' then child_out_of_school
            when 'woman_headed' then woman_headed
        end is not distinct from $is_vulnerable
    )
group by all
