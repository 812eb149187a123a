-- grain: one row, the build that serves
select build_id, as_of_date, is_synthetic, smallest_denominator
from warehouse.build_info
