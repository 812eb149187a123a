-- fact: households with a need, helped, solved or excluded only become more from month to month
select *
from (
    select
        *,
        lag(numerator) over (
            partition by indicator, level, area_code, group_code order by month
        ) as numerator_before
    from mart_indicator
    where indicator similar to '(.*_(need|helped|solved)|excluded_households)'
)
where numerator < numerator_before
