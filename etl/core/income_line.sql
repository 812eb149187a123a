-- grain: one row per BMN edition; baht per person per year, both years included
create table income_line as
select first_year, last_year, line_baht
from read_csv(
    $income_lines,
    header = true,
    columns = {
        'first_year': 'integer', 'last_year': 'integer', 'line_baht': 'double', 'source': 'varchar'
    }
)
