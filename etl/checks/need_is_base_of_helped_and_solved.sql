-- fact: helped and solved stand on the households that the need indicator counts
with need as (
    select
        replace(indicator, '_need', '') as dimension, level, area_code, month, numerator
    from mart_indicator
    where indicator like '%\_need' escape '\'
),

progress as (
    select
        indicator,
        regexp_replace(indicator, '_(helped|solved)$', '') as dimension,
        level,
        area_code,
        month,
        denominator
    from mart_indicator
    where indicator similar to '.*_(helped|solved)' and denominator is not null
)

select progress.*, need.numerator as need_households
from progress
left join need using (dimension, level, area_code, month)
where progress.denominator is distinct from need.numerator
