-- fact: in each month and dimension every target household stands at one end of the chain
with counted as (
    select month, dimension, sum(households) as households
    from mart_chain
    group by month, dimension
)

select counted.*, (select count(*) from household) as target_households
from counted
where households <> (select count(*) from household)
