-- grain: one row per area and edition; districts, sub-districts and villages as published
select
    area_code,
    make_date(edition_year, 12, 1) as month,
    'all' as group_code,
    income_persons as numerator,
    surveyed_persons as denominator
from tpmap_unit
