-- grain: one row per BMN edition: its years, both included, and its line
select first_year, last_year, line_baht
from warehouse.income_line
order by first_year
