-- grain: one row per household in the programme and dimension whose need is open at a month's end
select
    household_id,
    village_code,
    household_class,
    dimension,
    problem,
    severity,
    need_date,
    $month_end - need_date as days,
    need_status,
    unsolved_reason,
    is_assigned,
    elderly_alone,
    disabled,
    bedridden,
    child_out_of_school,
    woman_headed,
    official_id,
    last_visit_date
from warehouse.household_need
where
    need_date <= $month_end
    and (solved_date is null or solved_date > $month_end)
    and case $state
        when 'waiting' then help_date is null or help_date > $month_end
        when 'unassigned' then not is_assigned
        else help_date <= $month_end
    end
    and list_contains($dimensions, dimension)
    and $month_end - need_date between $least_days and $most_days
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
