-- grain: one row per indicator, level, area, month and group; the only division and suppression
create table mart_indicator as
with cell as (
    select
        indicator_cell.*,
        area.parent_code,
        rule.unit,
        rule.numerator_parts,
        indicator_cell.note is null
        and rule.unit in ('pct', 'index')
        and rule.period = 'month'
        and indicator_cell.level in ('subdistrict', 'village') as is_protected
    from indicator_cell
    join indicator_rule as rule using (indicator)
    left join area
        on area.level = indicator_cell.level
        and area.area_code = indicator_cell.area_code
),

small as (
    select *, is_protected and denominator between 1 and $smallest_denominator - 1 as is_small
    from cell
),

-- A single hidden cell is the parent's figure less its siblings', so the smallest of the
-- siblings left is hidden with it; one with nothing to count only where there is no other.
ranked as (
    select
        *,
        count(*) filter (is_small) over siblings as small_siblings,
        if(
            is_protected and not is_small,
            row_number() over (
                partition by indicator, level, parent_code, month, group_code,
                    is_protected and not is_small
                order by denominator = 0, denominator, area_code
            ),
            null
        ) as place_among_others
    from small
    window siblings as (partition by indicator, level, parent_code, month, group_code)
),

hidden_parent as (
    select indicator, 'village' as level, area_code as parent_code, month, group_code
    from ranked
    where
        level = 'subdistrict'
        and (is_small or small_siblings = 1 and place_among_others = 1)
),

-- Villages that are all shown would add up to a sub-district that is not.
hidden as (
    select
        ranked.*,
        case
            when ranked.is_small then true
            when ranked.place_among_others is null or ranked.place_among_others > 1 then false
            when ranked.small_siblings = 1 then true
            else ranked.small_siblings = 0 and hidden_parent.indicator is not null
        end as is_hidden
    from ranked
    left join hidden_parent using (indicator, level, parent_code, month, group_code)
)

select
    indicator,
    level,
    area_code,
    month,
    group_code,
    if(is_hidden, null, numerator) as numerator,
    if(is_hidden, null, denominator) as denominator,
    case
        when is_hidden then null
        when unit = 'pct' then 100.0 * numerator / nullif(denominator, 0)
        when unit = 'index' then numerator / nullif(numerator_parts * denominator, 0)
        else cast(numerator as double)
    end as value,
    case
        when is_hidden then 'suppressed'
        when note is not null then note
        when unit in ('pct', 'index') and denominator = 0 then 'not_applicable'
    end as note
from hidden
order by indicator, level, group_code, month, area_code
