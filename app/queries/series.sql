-- grain: one row per indicator, area and month of one level, below one parent when named
with chosen_areas as (
    select area_code
    from area
    where level = $level and ($parent_code is null or parent_code = $parent_code)
)
select
    mart.indicator,
    mart.area_code,
    strftime(mart.month, '%Y-%m') as month,
    mart.group_code,
    mart.numerator,
    mart.denominator,
    mart.value,
    mart.note
from mart_indicator as mart
inner join chosen_areas using (area_code)
where mart.level = $level and list_contains($indicators, mart.indicator)
order by mart.indicator, mart.area_code, mart.month, mart.group_code
