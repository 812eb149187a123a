-- fact: nothing is suppressed above the sub-district, in a count or in a published survey
select mart_indicator.*
from mart_indicator
join declaration using (indicator)
where
    note = 'suppressed'
    and (
        level in ('province', 'district')
        or unit not in ('pct', 'index')
        or period = 'edition'
    )
