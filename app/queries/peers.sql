-- grain: one row per district and place of a peer of it, nearest first
select area_code, peer_code
from warehouse.district_peer
order by area_code, place
