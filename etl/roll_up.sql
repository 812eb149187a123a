-- grain: one row per indicator, level, area, month and group, before any division
create temp table indicator_cell as
with level_length as (
    select *
    from (values ('province', 2), ('district', 4), ('subdistrict', 6), ('village', 8))
        as level_length(level, code_length)
),

given_length as (
    select indicator, length(area_code) as code_length
    from indicator_fact
    group by indicator, code_length
),

-- A level takes an indicator's own rows where it has them, and the sum of the next finer if not.
taken_from as (
    select given.indicator, wanted.level, wanted.code_length, min(given.code_length) as fact_length
    from given_length as given
    join level_length as wanted on given.code_length >= wanted.code_length
    group by given.indicator, wanted.level, wanted.code_length
),

-- A sum with an unknown part is unknown.
rolled as (
    select
        fact.indicator,
        taken.level,
        left(fact.area_code, taken.code_length) as area_code,
        fact.month,
        fact.group_code,
        if(count(fact.numerator) = count(*), sum(fact.numerator), null) as numerator,
        if(count(fact.denominator) = count(*), sum(fact.denominator), null) as denominator
    from indicator_fact as fact
    join taken_from as taken
        on taken.indicator = fact.indicator
        and taken.fact_length = length(fact.area_code)
    group by all
),

indicator_month as (
    select rule.indicator, calendar.month
    from indicator_rule as rule
    cross join calendar
    where rule.period = 'month'
    union
    select rule.indicator, fact.month
    from indicator_rule as rule
    join indicator_fact as fact using (indicator)
    where rule.period = 'edition'
),

-- Every area above the village has a cell; a village only where there is something to count.
wanted_cell as (
    select
        rule.indicator, area.level, area.area_code, indicator_month.month,
        indicator_group.group_code
    from indicator_rule as rule
    join indicator_group using (indicator)
    join indicator_month using (indicator)
    join level_length as finest on finest.level = rule.finest_level
    join area on area.level <> 'village' and length(area.area_code) <= finest.code_length
    union all
    select indicator, level, area_code, month, group_code
    from rolled
    where level = 'village' and coalesce(denominator, numerator) > 0
),

as_of as (
    select last_day(max(month)) as as_of_date from calendar
),

collected as (
    select distinct indicator, left(area_code, 2) as province_code, month
    from indicator_fact
),

noted as (
    select
        wanted.*,
        rolled.numerator,
        rolled.denominator,
        case
            when rule.due_day is not null
                and wanted.month + interval 1 month + to_days(rule.due_day - 1) > as_of.as_of_date
                then 'not_yet'
            when not rule.has_rows or collected.province_code is null then 'not_collected'
            when rolled.indicator is null and rule.period = 'edition' then 'not_collected'
            when rolled.indicator is not null and rolled.numerator is null then 'not_collected'
        end as note
    from wanted_cell as wanted
    join indicator_rule as rule using (indicator)
    cross join as_of
    left join rolled
        on rolled.indicator = wanted.indicator
        and rolled.level = wanted.level
        and rolled.area_code = wanted.area_code
        and rolled.month = wanted.month
        and rolled.group_code = wanted.group_code
    left join collected
        on collected.indicator = wanted.indicator
        and collected.province_code = left(wanted.area_code, 2)
        and collected.month = wanted.month
)

-- Where the figure is collected, an area without a row has nothing to count: zero.
select
    noted.indicator,
    noted.level,
    noted.area_code,
    noted.month,
    noted.group_code,
    if(noted.note is null, cast(coalesce(noted.numerator, 0) as bigint), null) as numerator,
    case
        when noted.note is not null then null
        when noted.numerator is null then 0
        else cast(noted.denominator as bigint)
    end as denominator,
    noted.note
from noted
