-- fact: the target households of the province are the households of the list
select
    (select count(*) from household) as listed,
    (
        select sum(numerator)
        from mart_indicator
        where
            indicator = 'target_households' and level = 'province' and group_code = 'all'
            and month = (select max(month) from calendar)
    ) as counted
where listed is distinct from coalesce(counted, 0) and exists (select 1 from calendar)
