-- grain: one row per district that has recorded far fewer needs than the province by its last month
select
    district.indicator,
    'needs' as source,
    district.area_code,
    district.month,
    district.numerator as found,
    district.denominator * province.numerator / province.denominator as expected
from mart_indicator as district
join mart_indicator as province using (indicator, month, group_code)
where
    district.indicator = 'any_need'
    and district.level = 'district'
    and district.month = (select max(calendar.month) from calendar)
    and province.level = 'province'
    and province.area_code = left(district.area_code, 2)
    and province.denominator > 0
    and expected >= $expected_at_least
    and 100 * found < expected * $found_below_pct
