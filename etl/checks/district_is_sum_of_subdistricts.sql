-- fact: a district is the sum of its sub-districts wherever none of them is hidden
with subdistrict_sum as (
    select
        indicator,
        left(area_code, 4) as area_code,
        month,
        group_code,
        sum(numerator) as numerator,
        sum(denominator) as denominator
    from mart_indicator
    where level = 'subdistrict'
    group by all
    having count(*) filter (note = 'suppressed') = 0
)

select district.*, subdistrict_sum.numerator as subdistrict_numerator,
    subdistrict_sum.denominator as subdistrict_denominator
from mart_indicator as district
join subdistrict_sum using (indicator, area_code, month, group_code)
where
    district.level = 'district'
    and (
        district.numerator is distinct from subdistrict_sum.numerator
        or district.denominator is distinct from subdistrict_sum.denominator
    )
