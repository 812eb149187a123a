-- grain: one row per indicator, month, group and district with a share; set: what is compared
select
    dense_rank() over (
        order by district.indicator, district.month, district.group_code, province.area_code
    ) as set_number,
    district.indicator,
    district.month,
    district.group_code,
    district.area_code,
    province.area_code as province_code,
    district.numerator,
    district.denominator,
    district.value,
    province.value as target_pct,
    declaration.direction = 'higher' as higher_is_better,
    declaration.period = 'edition' as is_survey
from mart_indicator as district
join declaration using (indicator)
join mart_indicator as province
    on province.level = 'province'
    and province.area_code = left(district.area_code, 2)
    and province.indicator = district.indicator
    and province.month = district.month
    and province.group_code = district.group_code
where
    district.level = 'district'
    and district.note is null
    and province.note is null
    and declaration.unit = 'pct'
    -- What is neither good nor bad is nothing to compare districts by.
    and declaration.direction <> 'none'
order by set_number, district.area_code
