-- grain: one row per survey figure and district that counts next to nobody where many are expected
select
    district.indicator,
    cast(null as varchar) as source,
    district.area_code,
    district.month,
    district.numerator as found,
    district.denominator * province.value / 100 as expected
from mart_indicator as district
join declaration using (indicator)
join mart_indicator as province using (indicator, month, group_code)
where
    declaration.period = 'edition'
    and declaration.unit = 'pct'
    and district.level = 'district'
    and district.group_code = 'all'
    and province.level = 'province'
    and province.area_code = left(district.area_code, 2)
    and expected >= $expected_at_least
    and found < $found_below
    and 100 * found < expected * $found_below_pct
