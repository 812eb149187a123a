"""Facts of the indicators that do not stand on needs, one rule at a time."""

import pytest

from tests.small_province import HERE, SmallProvince


def test_target_households_count_also_those_left_out() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("households", household_class="relief", status="died")
    province.add("visits")
    province.build()
    assert province.cell("target_households", HERE, "2019-11") == (2, 2, None)
    assert province.cell("target_households", HERE, "2019-11", "relief") == (1, 2, None)


def test_excluded_households_show_from_the_month_of_their_status() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("households", status="moved", status_date="2019-12-05")
    province.add("visits", visit_date="2019-11-05")
    province.add("visits", visit_date="2019-12-05")
    province.build()
    assert province.cell("excluded_households", HERE, "2019-11") == (0, 2, None)
    assert province.cell("excluded_households", HERE, "2019-12") == (1, 2, None)
    assert province.cell("excluded_households", HERE, "2019-12", "moved") == (1, 2, None)
    assert province.cell("excluded_households", HERE, "2019-12", "died") == (0, 2, None)


@pytest.mark.parametrize("day", ["2018-01-05", "2024-01-05"])
def test_a_household_left_out_outside_the_calendar_is_still_listed(day: str) -> None:
    province = SmallProvince()
    province.add("households", status="died", status_date=day)
    province.add("visits")
    province.build()
    assert province.cell("excluded_households", "4001", "2019-11") == (1, 1, None)


def incomes(*given: tuple[int, str, int, int]) -> SmallProvince:
    """Six households; incomes as household, day, BMN year and baht."""
    province = SmallProvince()
    for _ in range(6):
        province.add("households")
    province.add("visits", visit_date="2019-10-05")
    province.add("visits", visit_date="2020-01-05")
    for household, day, year, baht in given:
        province.add(
            "incomes",
            household_id=f"H{household}",
            recorded_date=day,
            bmn_year=year,
            income_baht_per_person_year=baht,
        )
    province.build()
    return province


def income_cell(province: SmallProvince, month: str) -> object:
    return province.cell("income_at_or_above_line", "4001", month)


def test_exactly_the_line_is_at_the_line_and_below_it_is_not() -> None:
    province = incomes((1, "2019-10-01", 2018, 38_000), (2, "2019-10-01", 2018, 37_999))
    assert income_cell(province, "2019-10") == (1, 2, None)


def test_the_latest_income_counts_and_can_fall_back() -> None:
    province = incomes(
        (1, "2018-03-01", 2018, 20_000),
        (1, "2019-11-01", 2019, 40_000),
        (1, "2019-11-28", 2019, 41_000),
        (1, "2020-01-10", 2020, 30_000),
    )
    assert [income_cell(province, f"{month}") for month in ("2019-10", "2019-11", "2019-12")] == [
        (0, 1, None),
        (1, 1, None),
        (1, 1, None),
    ]
    assert income_cell(province, "2020-01") == (0, 1, None)


def test_each_edition_has_its_own_line() -> None:
    province = incomes((1, "2019-10-01", 2016, 31_000), (2, "2019-10-01", 2018, 31_000))
    assert income_cell(province, "2019-10") == (1, 2, None)


def test_an_unknown_income_is_not_below_the_line() -> None:
    province = incomes((1, "2019-12-01", 2019, 50_000))
    assert income_cell(province, "2019-10") == (0, 0, "not_applicable")
    assert income_cell(province, "2019-12") == (1, 1, None)


def test_the_gap_is_the_shortfall_of_the_poor_spread_over_all_known_households() -> None:
    province = incomes(
        (1, "2019-10-01", 2018, 19_000),
        (2, "2019-10-01", 2018, 28_500),
        (3, "2019-10-01", 2018, 50_000),
        (4, "2019-10-01", 2018, 38_000),
        (4, "2020-01-02", 2019, 0),
    )
    assert province.cell("income_poverty_headcount", "4001", "2019-10") == (2, 4, None)
    assert province.cell("income_poverty_gap", "4001", "2019-10") == (750_000, 4, None)
    assert province.cell("income_poverty_severity", "4001", "2019-10") == (312_500, 4, None)
    assert province.cell("income_poverty_gap", "4001", "2020-01") == (1_750_000, 4, None)
    values = province.rows(
        """
        select value from mart_indicator
        where indicator = 'income_poverty_gap' and area_code = '4001' order by month
        """
    )
    assert [value for (value,) in values] == pytest.approx([0.1875, 0.1875, 0.1875, 0.4375])


def test_an_index_of_four_households_is_hidden_below_the_district() -> None:
    province = incomes(*((number, "2019-10-01", 2018, 19_000) for number in range(1, 5)))
    hidden = (None, None, "suppressed")
    assert province.cell("income_poverty_gap", HERE, "2019-10") == hidden
    assert province.cell("income_poverty_gap", "4001", "2019-10") == (2_000_000, 4, None)


def test_a_household_visited_twice_in_a_month_counts_once() -> None:
    province = SmallProvince()
    for _ in range(5):
        province.add("households")
    province.add("visits", visit_date="2019-11-02")
    province.add("visits", visit_date="2019-11-30")
    province.add("visits", visit_date="2019-12-01", household_id="H2")
    province.build()
    assert province.cell("households_visited", HERE, "2019-11") == (1, 5, None)
    assert province.cell("households_visited", HERE, "2019-12") == (1, 5, None)


def officers(*received: str | None) -> SmallProvince:
    """Officers with a household in October 2019 and the day of each one's report."""
    province = SmallProvince()
    province.add("households")
    # The calendar reaches into the month after, so that October's tenth has passed.
    province.add("visits", visit_date="2019-11-15")
    for number, day in enumerate(received, start=1):
        province.add("officials", official_id=f"O{number}")
        province.add("pairings", official_id=f"O{number}", from_date="2019-10-31")
        if day is not None:
            province.add("reports", official_id=f"O{number}", received_date=day)
    province.build()
    return province


def test_the_tenth_is_on_time_and_the_eleventh_is_not() -> None:
    province = officers("2019-11-10", "2019-11-11", None)
    assert province.cell("reports_on_time", "4001", "2019-10") == (1, 3, None)
    assert province.cell("reports_received", "4001", "2019-10") == (2, 3, None)


def test_a_district_without_an_officer_has_no_report_due() -> None:
    province = officers("2019-11-10")
    assert province.cell("reports_on_time", "4002", "2019-10") == (0, 0, "not_applicable")
    assert province.cell("reports_received", "4002", "2019-10") == (0, 0, None)


def test_an_officer_with_two_households_owes_one_report() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("visits", visit_date="2019-11-15")
    province.add("officials")
    province.add("pairings")
    province.add("pairings", household_id="H2")
    province.add("pairings", from_date="2019-12-01", to_date="2019-11-30")
    province.add("reports")
    province.build()
    assert province.cell("reports_on_time", "4001", "2019-10") == (1, 1, None)


def test_an_officer_whose_pairing_ended_owes_nothing_more() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("visits", visit_date="2020-01-15")
    for number, to_date in ((1, "2019-10-31"), (2, "2019-11-01"), (3, None)):
        province.add("officials", official_id=f"O{number}")
        province.add("pairings", official_id=f"O{number}", to_date=to_date)
    province.add("reports", official_id="O3", report_month="2019-10-01")
    province.add("reports", official_id="O3", report_month="2019-11-01", received_date="2019-12-05")
    province.build()
    assert province.cell("reports_on_time", "4001", "2019-10") == (1, 3, None)
    assert province.cell("reports_on_time", "4001", "2019-11") == (1, 2, None)
