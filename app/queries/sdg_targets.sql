-- grain: one row per SDG target that the programme's submission says it serves
select target, title_th, title_en
from warehouse.sdg_target
order by target
