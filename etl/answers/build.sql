-- grain: one row: the build, with its time in UTC
select build_id, built_at, as_of_date, is_synthetic, content_hash
from build_info
