-- grain: one row per member of a household, the head first, then the oldest
select
    sex,
    birth_year,
    is_head,
    disabled,
    bedridden,
    schooling,
    elderly_card,
    disability_card,
    welfare_card
from warehouse.member
where household_id = $household_id
order by is_head desc nulls last, birth_year nulls last, member_id
