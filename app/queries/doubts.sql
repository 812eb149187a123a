-- grain: one row per indicator, month and district whose figure is doubtful
select distinct indicator, strftime(month, '%Y-%m') as month, area_code
from warehouse.data_quality_flag
where indicator is not null and length(area_code) = 4 and month is not null
order by indicator, month, area_code
