-- grain: one row per area, edition and dimension; districts, sub-districts and villages
with dimension as (
    select *
    from (values ('health', 1), ('living', 2), ('education', 3), ('income', 4), ('access', 5))
        as dimension(group_code, place)
)

select
    area_code,
    make_date(edition_year, 12, 1) as month,
    dimension.group_code,
    sum(if(combination[dimension.place] = '1', target_poor_persons, 0)) as numerator,
    sum(target_poor_persons * deprivations) as denominator
from tpmap_combination
cross join dimension
group by level, area_code, edition_year, dimension.group_code
