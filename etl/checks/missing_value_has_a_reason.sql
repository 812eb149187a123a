-- fact: a cell has a value or a reason for having none, never both and never neither
select *
from mart_indicator
where
    (value is null) <> (note is not null)
    or note not in ('suppressed', 'not_collected', 'not_yet', 'not_applicable')
