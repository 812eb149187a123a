"""Facts of the months that are counted."""

from datetime import date

import duckdb

from tests.small_province import SmallProvince


def test_the_synthetic_year_is_fiscal_year_2563(sample: duckdb.DuckDBPyConnection) -> None:
    assert sample.execute("select min(month), max(month), count(*) from calendar").fetchall() == [
        (date(2019, 10, 1), date(2020, 9, 1), 12)
    ]


def test_months_run_without_a_gap_from_the_first_event_to_the_last() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("visits", visit_date="2019-11-30")
    province.add("visits", visit_date="2020-02-01")
    province.build()
    assert province.rows("select cast(month as varchar) from calendar order by month") == [
        ("2019-11-01",),
        ("2019-12-01",),
        ("2020-01-01",),
        ("2020-02-01",),
    ]


def test_an_income_of_an_earlier_survey_opens_no_month() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("incomes", recorded_date="2018-03-01")
    province.add("visits", visit_date="2019-11-30")
    province.build()
    assert province.rows("select count(*) from calendar") == [(1,)]


def test_no_month_lies_after_today() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("pairings", from_date="2025-12-01", to_date="2030-09-30")
    province.build()
    assert province.rows("select max(month) from calendar") == [(date(2026, 1, 1),)]


def test_without_an_event_there_is_no_month() -> None:
    province = SmallProvince()
    province.add("households")
    province.build()
    assert province.rows("select count(*) from calendar") == [(0,)]
