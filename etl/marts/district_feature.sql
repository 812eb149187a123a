-- grain: one row per feature and surveyed district of the latest survey; two counts behind a share
with latest as (
    select max(edition_year) as edition_year from tpmap_unit
),

unit as (
    select *
    from tpmap_unit
    semi join latest using (edition_year)
)

select
    'settlement' as feature,
    district_code as area_code,
    sum(surveyed_persons) filter (is_municipal_unit) as numerator,
    sum(surveyed_persons) as denominator
from unit
where level = 'subdistrict'
group by district_code
union all
select 'size', area_code, surveyed_households, null
from unit
where level = 'district' and surveyed_households > 0
union all
select 'baseline_poverty', area_code, target_poor_persons, surveyed_persons
from unit
where level = 'district'
order by feature, area_code
