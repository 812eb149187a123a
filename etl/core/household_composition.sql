-- grain: one row per household with recorded members; what cannot be known of all stays blank
create table household_composition as
with last_year as (
    select year(max(month)) as programme_year from calendar
),

-- Ages are those reached in the programme's last year, for a record holds only a year of birth.
aged as (
    select
        member.household_id,
        member.sex,
        member.is_head,
        member.disabled,
        member.bedridden,
        member.schooling,
        last_year.programme_year - member.birth_year as age_years
    from member
    cross join last_year
),

-- A yes of one member answers for the household, a no needs the no of every member.
counted as (
    select
        household_id,
        count(*) as members,
        bool_or(sex = 'female') filter (is_head) as woman_headed,
        if(bool_or(age_years < 18), true, if(count(age_years) < count(*), null, false))
            as has_child,
        if(bool_or(age_years >= 60), true, if(count(age_years) < count(*), null, false))
            as has_elderly,
        if(bool_or(disabled), true, if(count(disabled) < count(*), null, false)) as disabled,
        if(bool_or(bedridden), true, if(count(bedridden) < count(*), null, false)) as bedridden,
        if(
            bool_or(schooling = 'out_of_school' and age_years < 18),
            true,
            if(
                count(*) filter (schooling is null and coalesce(age_years between 6 and 17, true))
                > 0,
                null,
                false
            )
        ) as child_out_of_school
    from aged
    group by household_id
)

select
    counted.household_id,
    counted.members as recorded_members,
    if(coalesce(household.members_persons, counted.members) = 1, counted.has_elderly, false)
        as elderly_alone,
    counted.disabled,
    counted.bedridden,
    counted.child_out_of_school,
    counted.woman_headed,
    counted.has_child,
    counted.has_elderly
from counted
join household using (household_id)
