-- fact: each indicator of the mart has one declaration and each declaration has cells
select indicator, declaration.indicator is null as is_undeclared
from (select distinct indicator from mart_indicator) as counted
full join declaration using (indicator)
where
    declaration.indicator is null
    or (
        counted.indicator is null
        and (
            declaration.period = 'month' and exists (from calendar)
            or indicator like 'tpmap\_%' escape '\' and exists (from tpmap_unit)
            or indicator like 'mpi\_%' escape '\' and exists (from tpmap_poverty_cutoff)
        )
    )
union all
select indicator, false
from declaration
group by indicator
having count(*) > 1
