-- grain: one row per area, month, group, membership, dimension and measure with a base
with grouped as (
    select
        household_number,
        district_code,
        unnest([
            {'group_code': 'woman_headed', 'is_member': woman_headed},
            {'group_code': 'with_child', 'is_member': has_child},
            {'group_code': 'with_elderly', 'is_member': has_elderly},
            {'group_code': 'with_disabled', 'is_member': disabled}
        ], recursive := true)
    from household_profile
    where excluded_reason is null
),

member as (
    select
        household_number,
        district_code,
        group_code,
        case is_member when true then 'yes' when false then 'no' else 'unknown' end as membership
    from grouped
),

-- What became true of households month by month, and for incomes what ceased to be true.
changed as (
    select
        household_number, dimension, 'need' as event,
        cast(date_trunc('month', need_date) as date) as month, 1 as change
    from household_need
    union all
    select household_number, dimension, 'helped', date_trunc('month', help_date), 1
    from household_need
    where help_date is not null
    union all
    select household_number, dimension, 'solved', date_trunc('month', solved_date), 1
    from household_need
    where solved_date is not null
    union all
    select profile.household_number, 'any', 'target', min(calendar.month), 1
    from household_profile as profile
    cross join calendar
    where profile.excluded_reason is null
    group by profile.household_number
    union all
    select profile.household_number, 'any', 'income_known', min(span.first_month), 1
    from household_income_span as span
    join household_profile as profile using (household_id)
    group by profile.household_number
    union all
    select
        profile.household_number,
        'any',
        'above_line',
        unnest([span.first_month, cast(span.last_month + interval 1 month as date)]),
        unnest([1, -1])
    from household_income_span as span
    join household_profile as profile using (household_id)
    where span.is_at_or_above_line
),

in_month as (
    select
        member.district_code, member.group_code, member.membership, changed.dimension,
        changed.event, changed.month, sum(changed.change) as households
    from changed
    join member using (household_number)
    group by all
),

event as (
    select distinct dimension, event from in_month
),

area_group as (
    select distinct district_code, group_code, membership from member
),

so_far as (
    select
        area_group.district_code,
        area_group.group_code,
        area_group.membership,
        event.dimension,
        event.event,
        calendar.month,
        cast(sum(coalesce(in_month.households, 0)) over (
            partition by
                area_group.district_code, area_group.group_code, area_group.membership,
                event.dimension, event.event
            order by calendar.month
        ) as bigint) as households
    from area_group
    cross join event
    cross join calendar
    left join in_month using (district_code, group_code, membership, dimension, event, month)
),

by_area as (
    from so_far
    union all
    select
        district_code[:2], group_code, membership, dimension, event, month,
        cast(sum(households) as bigint)
    from so_far
    group by all
),

measured as (
    select *
    from (values
        ('need', 'need', 'target'), ('helped', 'helped', 'need'), ('solved', 'solved', 'need'),
        ('above_line', 'above_line', 'income_known')
    ) as measured(measure, counted, out_of)
)

select
    numerator.district_code as area_code,
    numerator.month,
    numerator.group_code,
    numerator.membership,
    numerator.dimension,
    measured.measure,
    numerator.households as numerator,
    denominator.households as denominator
from measured
join by_area as numerator on numerator.event = measured.counted
join by_area as denominator
    on denominator.event = measured.out_of
    and denominator.district_code = numerator.district_code
    and denominator.group_code = numerator.group_code
    and denominator.membership = numerator.membership
    and denominator.month = numerator.month
    and (
        denominator.dimension = numerator.dimension
        or measured.out_of in ('target', 'income_known')
    )
where denominator.households > 0
order by all
