-- grain: one row per feature that peers are found by and district, with the words of the rule
select
    peer_rule.rule_th,
    peer_rule.rule_en,
    peer_feature.title_th,
    peer_feature.title_en,
    peer_feature.unit,
    peer_feature.weight,
    district_feature.area_code,
    district_feature.value
from warehouse.peer_feature
join warehouse.district_feature using (feature)
cross join warehouse.peer_rule
order by peer_feature.feature, district_feature.area_code
