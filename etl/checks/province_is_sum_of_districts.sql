-- fact: the province is the sum of its districts, in numerators and in denominators
with province as (
    select indicator, area_code, month, group_code, numerator, denominator, note
    from mart_indicator
    where level = 'province'
),

district_sum as (
    select
        indicator,
        left(area_code, 2) as area_code,
        month,
        group_code,
        sum(numerator) as numerator,
        sum(denominator) as denominator
    from mart_indicator
    where level = 'district'
    group by all
)

select province.*, district_sum.numerator as district_numerator,
    district_sum.denominator as district_denominator
from province
join district_sum using (indicator, area_code, month, group_code)
where
    province.numerator is distinct from district_sum.numerator
    or province.denominator is distinct from district_sum.denominator
