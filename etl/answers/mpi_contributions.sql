-- grain: one row per edition and dimension for the province; persons and percent
select
    year(month) as edition_year,
    group_code as dimension,
    numerator as failing_persons,
    value as contribution_pct
from mart_indicator
where level = 'province' and area_code = '40' and indicator = 'mpi_contribution'
order by edition_year desc, failing_persons desc, dimension
