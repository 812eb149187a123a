-- grain: one row, the build that serves
select build_id, built_at, as_of_date, is_synthetic
from build_info
