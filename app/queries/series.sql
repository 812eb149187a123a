-- grain: one row per indicator, area and month of one level and group, below one parent when named
with chosen_area as (
    select area_code
    from warehouse.area
    where level = $level and ($parent_code is null or parent_code = $parent_code)
)

select
    mart.indicator,
    strftime(mart.month, '%Y-%m') as month,
    mart.area_code,
    mart.value,
    mart.numerator,
    mart.denominator,
    mart.note
from warehouse.mart_indicator as mart
semi join chosen_area using (area_code)
where
    mart.level = $level
    and mart.group_code = $group_code
    and list_contains($indicators, mart.indicator)
order by mart.indicator, mart.month, mart.area_code
