"""Facts of what counts as a need, as help and as a solution."""

from typing import Any

import duckdb
import pytest

from tests.small_province import SmallProvince


def months(province: SmallProvince, dimension: str = "education") -> list[tuple[Any, ...]]:
    """Months of need, help and solution of the one household, as text."""
    return province.rows(
        """
        select strftime(need_month, '%Y-%m'), strftime(helped_month, '%Y-%m'),
            strftime(solved_month, '%Y-%m')
        from household_dimension where dimension = $dimension
        """,
        dimension=dimension,
    )


def one_household() -> SmallProvince:
    province = SmallProvince()
    province.add("households")
    return province


def test_a_need_counts_from_the_day_it_was_verified() -> None:
    province = one_household()
    province.add("needs", opened_date="2019-10-20", verified_date="2019-11-02")
    province.build()
    assert months(province) == [("2019-11", None, None)]


def test_a_need_that_nobody_verified_does_not_count() -> None:
    province = one_household()
    province.add("needs", verified_date=None)
    province.add("help")
    province.build()
    assert province.rows("from household_dimension") == []


@pytest.mark.parametrize("status", ["planned", "in_progress", "cancelled"])
def test_help_that_is_not_completed_does_not_count(status: str) -> None:
    province = one_household()
    province.add("needs")
    province.add("help", status=status)
    province.build()
    assert months(province) == [("2019-10", None, None)]


def test_the_first_completed_help_counts_and_the_second_changes_nothing() -> None:
    province = one_household()
    province.add("needs")
    province.add("help", help_date="2020-02-20")
    province.add("help", help_date="2019-12-20")
    province.build()
    assert months(province) == [("2019-10", "2019-12", None)]


def test_help_before_the_verification_counts_from_the_verification() -> None:
    province = one_household()
    province.add("needs", opened_date="2019-10-02", verified_date="2019-12-02")
    province.add("help", help_date="2019-11-01")
    province.build()
    assert months(province) == [("2019-12", "2019-12", None)]


def test_help_to_an_unverified_need_counts_beside_a_verified_one_of_the_dimension() -> None:
    province = one_household()
    province.add("needs")
    province.add("needs", verified_date=None)
    province.add("help", need_id="N2", help_date="2019-11-20")
    province.build()
    assert months(province) == [("2019-10", "2019-11", None)]


def test_a_dimension_is_solved_when_its_last_need_is_closed_as_solved() -> None:
    province = one_household()
    province.add("needs", status="solved", closed_date="2019-12-20")
    province.add("needs", status="solved", closed_date="2020-03-01")
    province.build()
    assert months(province) == [("2019-10", None, "2020-03")]


@pytest.mark.parametrize(
    "status", ["open", "in_progress", "beyond_local_capacity", "closed_unsolved"]
)
def test_one_need_left_leaves_the_dimension_unsolved(status: str) -> None:
    province = one_household()
    province.add("needs", status="solved", closed_date="2019-12-20")
    province.add("needs", status=status, closed_date="2020-01-20")
    province.build()
    assert months(province) == [("2019-10", None, None)]


def test_any_dimension_is_helped_by_the_first_and_solved_by_the_last() -> None:
    province = one_household()
    province.add("needs", status="solved", closed_date="2019-12-20")
    province.add(
        "needs",
        dimension="health",
        verified_date="2019-11-10",
        status="solved",
        closed_date="2020-02-20",
    )
    province.add("help", need_id="N2", help_date="2019-12-01")
    province.build()
    assert months(province, "any") == [("2019-10", "2019-12", "2020-02")]
    assert months(province, "education") == [("2019-10", None, "2019-12")]


def test_no_month_of_help_or_solution_comes_before_the_need(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    assert sample.execute(
        "select count(*) from household_dimension "
        "where helped_month < need_month or solved_month < need_month"
    ).fetchall() == [(0,)]
