-- grain: one row per source and district: households or reports covered, the last month of news
select
    source,
    district_code,
    strftime(last_record_month, '%Y-%m') as last_record_month,
    covered,
    covered_of
from warehouse.source_freshness
where district_code is not null
order by source, district_code
