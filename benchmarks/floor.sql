-- grain: one row per district and dimension: households with a verified need, and those helped
create table district_dimension as
with helped_need as (
    select distinct need_id
    from help
    where status = 'completed'
),

household_dimension as (
    select
        needs.household_id,
        needs.dimension,
        bool_or(helped_need.need_id is not null) as is_helped
    from needs
    left join helped_need using (need_id)
    where needs.verified_date is not null
    group by needs.household_id, needs.dimension
)

select
    left(households.village_code, 4) as district_code,
    household_dimension.dimension,
    count(*) as need_households,
    count(*) filter (where household_dimension.is_helped) as helped_households
from household_dimension
join households using (household_id)
group by all
order by all
