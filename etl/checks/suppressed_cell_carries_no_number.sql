-- fact: a cell that is suppressed or was not collected carries no number at all
select *
from mart_indicator
where
    note in ('suppressed', 'not_collected', 'not_yet')
    and (numerator is not null or denominator is not null or value is not null)
