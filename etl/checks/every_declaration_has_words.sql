-- fact: every indicator says in Thai and English what it is, counts and cannot say
with worded as (
    select indicator, name, word
    from (
        unpivot declaration
        on columns('(_th|_en|author|checked_by|edition)$')
        into name name value word
    )
)

select indicator, name
from worded
where trim(word) = ''
union all
select indicator, 'fewer words than columns'
from worded
group by indicator
having count(*) < 15
