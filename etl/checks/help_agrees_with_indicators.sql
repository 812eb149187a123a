-- fact: households of all help, month upon month, are those that the helped indicators count
with so_far as (
    select
        dimension,
        district_code,
        month,
        sum(new_households) over (
            partition by dimension, district_code order by month
        ) as households
    from mart_help
    where grouping = 'all'
)

select so_far.*, mart.numerator
from so_far
join mart_indicator as mart
    on mart.indicator = so_far.dimension || '_helped'
    and mart.level = 'district'
    and mart.area_code = so_far.district_code
    and mart.month = so_far.month
    and mart.group_code = 'all'
where mart.note is null and so_far.households <> mart.numerator
