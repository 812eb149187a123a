-- fact: no hidden cell is what its parent's figure leaves when the shown siblings are taken off
with sibling as (
    select
        mart.indicator, mart.level, area.parent_code, mart.month, mart.group_code,
        count(*) as cells,
        count(*) filter (mart.note = 'suppressed') as hidden
    from mart_indicator as mart
    join area on area.area_code = mart.area_code and area.level = mart.level
    where mart.level in ('subdistrict', 'village')
    group by all
)

select sibling.*
from sibling
join mart_indicator as parent
    on parent.indicator = sibling.indicator
    and parent.area_code = sibling.parent_code
    and parent.month = sibling.month
    and parent.group_code = sibling.group_code
where
    sibling.hidden = 1 and sibling.cells > 1 and parent.note is null
    or sibling.level = 'village' and sibling.hidden = 0 and parent.note = 'suppressed'
