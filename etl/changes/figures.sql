-- grain: one row per indicator and province or district whose last figure is another one
with earlier_figure as (
    select *
    from earlier.mart_indicator
    where level in ('province', 'district') and group_code = 'all'
    qualify month = max(month) over (partition by indicator)
),

later_figure as (
    select *
    from later.mart_indicator
    where level in ('province', 'district') and group_code = 'all'
    qualify month = max(month) over (partition by indicator)
),

-- The same month seen from the later snapshot: where it differs, history was written anew.
restated as (
    select earlier_figure.indicator, earlier_figure.area_code
    from earlier_figure
    join later.mart_indicator as later_cell
        using (indicator, level, area_code, month, group_code)
    where (earlier_figure.numerator, earlier_figure.denominator, earlier_figure.note)
        is distinct from (later_cell.numerator, later_cell.denominator, later_cell.note)
)

select
    coalesce(later_figure.indicator, earlier_figure.indicator) as indicator,
    coalesce(later_figure.level, earlier_figure.level) as level,
    coalesce(later_figure.area_code, earlier_figure.area_code) as area_code,
    earlier_figure.month as month_before,
    later_figure.month as month_after,
    earlier_figure.numerator as numerator_before,
    later_figure.numerator as numerator_after,
    earlier_figure.denominator as denominator_before,
    later_figure.denominator as denominator_after,
    earlier_figure.value as value_before,
    later_figure.value as value_after,
    earlier_figure.note as note_before,
    later_figure.note as note_after,
    restated.indicator is not null as is_restated
from earlier_figure
full join later_figure using (indicator, level, area_code)
left join restated using (indicator, area_code)
where (earlier_figure.numerator, earlier_figure.denominator, earlier_figure.value, earlier_figure.note)
    is distinct from (later_figure.numerator, later_figure.denominator, later_figure.value, later_figure.note)
order by level = 'district', area_code, indicator
