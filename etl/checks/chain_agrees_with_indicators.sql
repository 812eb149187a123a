-- fact: the chain counts need, helped and solved as the indicators of a district do
with reached as (
    select
        month,
        district_code,
        dimension,
        sum(households) filter (stage not in ('target', 'found')) as need,
        sum(households) filter (stage in ('helped', 'solved', 'above_line')) as helped,
        sum(households) filter (
            stage in ('solved', 'above_line') or reason = 'solved_without_help'
        ) as solved
    from mart_chain
    group by month, district_code, dimension
),

in_chain as (
    unpivot reached on need, helped, solved into name measure value households
)

select in_chain.*, mart.numerator
from in_chain
join mart_indicator as mart
    on mart.indicator = in_chain.dimension || '_' || in_chain.measure
    and mart.level = 'district'
    and mart.area_code = in_chain.district_code
    and mart.month = in_chain.month
    and mart.group_code = 'all'
where mart.note is null and in_chain.households <> mart.numerator
