-- grain: one row per indicator and group: the province in one month, or in a survey's last edition
select
    mart.indicator,
    mart.group_code,
    strftime(mart.month, '%Y-%m') as month,
    mart.value,
    mart.numerator,
    mart.denominator,
    mart.note
from warehouse.mart_indicator as mart
join warehouse.declaration as declaration using (indicator)
where
    mart.level = 'province'
    and (declaration.period = 'edition' or strftime(mart.month, '%Y-%m') = $month)
qualify mart.month = max(mart.month) over (partition by mart.indicator)
order by mart.indicator, mart.group_code
