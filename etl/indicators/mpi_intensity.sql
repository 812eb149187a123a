-- grain: one row per area, edition and poverty cutoff; districts, sub-districts and villages
select
    area_code,
    make_date(edition_year, 12, 1) as month,
    'k' || cutoff as group_code,
    deprivations as numerator,
    poor_persons as denominator
from tpmap_poverty_cutoff
