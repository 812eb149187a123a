-- grain: one row per edition and poverty cutoff for the province; persons, percent and indices
with by_cutoff as (
    select
        year(month) as edition_year,
        cast(group_code[2:] as integer) as cutoff,
        any_value(numerator) filter (indicator = 'mpi_headcount') as poor_persons,
        any_value(denominator) filter (indicator = 'mpi_headcount') as surveyed_persons,
        any_value(numerator) filter (indicator = 'mpi_adjusted_headcount') as deprivations,
        any_value(value) filter (indicator = 'mpi_headcount') as headcount_pct,
        any_value(value) filter (indicator = 'mpi_intensity') as intensity,
        any_value(value) filter (indicator = 'mpi_adjusted_headcount') as adjusted_headcount
    from mart_indicator
    where
        level = 'province' and area_code = '40'
        and indicator in ('mpi_headcount', 'mpi_intensity', 'mpi_adjusted_headcount')
    group by edition_year, cutoff
)

-- Who has at least k deprivations, less who has more, has exactly k.
select
    *,
    poor_persons - lead(poor_persons, 1, 0) over (partition by edition_year order by cutoff)
        as exactly_persons
from by_cutoff
order by edition_year desc, cutoff
