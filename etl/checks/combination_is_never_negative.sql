-- fact: nobody is counted less than zero times, so TPMAP's 31 unions do not contradict each other
select *
from tpmap_combination
where target_poor_persons < 0 or persons < 0 or households < 0
