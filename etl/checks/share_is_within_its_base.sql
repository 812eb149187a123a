-- fact: no share counts more than its base, so no more are helped or solved than need it
select mart_indicator.*
from mart_indicator
join declaration using (indicator)
where
    numerator < 0
    or denominator < 0
    or (
        declaration.unit in ('pct', 'index')
        and numerator > declaration.numerator_parts * denominator
    )
