"""Facts of the monthly counts of the villages."""

from tests.small_province import HERE, SmallProvince

COUNTS = """
select strftime(month, '%Y-%m'), need_households, helped_households, solved_households,
    kept_households
from village_dimension_month
where village_code = $village and dimension = $dimension and household_class = 'developable'
order by month
"""


def test_counts_add_up_from_month_to_month() -> None:
    province = SmallProvince()
    for number in (1, 2):
        province.add("households", household_id=f"H{number}")
    province.add("needs", household_id="H1", status="solved", closed_date="2019-12-31")
    province.add("needs", household_id="H2", verified_date="2019-11-05")
    province.add("help", need_id="N1", help_date="2019-11-20")
    province.build()
    assert province.rows(COUNTS, village=HERE, dimension="education") == [
        ("2019-10", 1, 0, 0, 2),
        ("2019-11", 2, 1, 0, 2),
        ("2019-12", 2, 1, 1, 2),
    ]


def test_a_household_that_left_is_left_out_of_every_month() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("households", status="moved", status_date="2019-12-05")
    province.add("needs", household_id="H2")
    province.add("visits", visit_date="2019-12-05")
    province.build()
    assert province.rows(COUNTS, village=HERE, dimension="education") == [
        ("2019-10", 0, 0, 0, 1),
        ("2019-11", 0, 0, 0, 1),
        ("2019-12", 0, 0, 0, 1),
    ]


def test_a_village_has_all_dimensions_in_all_months_also_without_a_need() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("visits", visit_date="2019-12-05")
    province.add("visits", visit_date="2020-01-05")
    province.build()
    assert province.rows("select count(*), sum(need_households) from village_dimension_month") == [
        (12, 0)
    ]
