-- grain: one row per indicator and group: its words and the province in its last month or edition
with latest as (
    select *
    from mart_indicator
    where level = 'province'
    qualify month = max(month) over (partition by indicator)
)

select
    indicator,
    latest.group_code,
    declaration.title_th,
    declaration.title_en,
    declaration.question_th,
    declaration.question_en,
    declaration.numerator_th,
    declaration.numerator_en,
    declaration.denominator_th,
    declaration.denominator_en,
    declaration.caveat_th,
    declaration.caveat_en,
    declaration.unit,
    declaration.direction,
    declaration.numerator_parts,
    declaration.sdg_targets,
    declaration.source_th,
    declaration.source_en,
    declaration.edition,
    declaration.author,
    declaration.checked_by,
    declaration.next_review,
    declaration.pages,
    latest.area_code as province_code,
    latest.month,
    latest.numerator,
    latest.denominator,
    latest.value,
    if(latest.indicator is null, 'not_collected', latest.note) as note
from declaration
left join latest using (indicator)
order by indicator, latest.group_code
