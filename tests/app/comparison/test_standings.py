"""Facts of where districts stand: what the warehouse holds, and who can be told apart."""

from itertools import combinations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparison.standings import (
    Standing,
    judged,
    latest_month,
    pairs_apart,
    standings,
)
from app.indicators import declarations

ROWS = """
select indicator, strftime(month, '%Y-%m'), area_code, numerator, denominator, value, lower_pct,
    upper_pct, standing, rank_best, rank_worst, group_first, group_last
from mart_comparison
where group_code = 'all'
"""
groups = st.tuples(st.integers(1, 5), st.integers(0, 3)).map(lambda each: (each[0], sum(each)))


def standing(first: int, last: int) -> Standing:
    """A standing of which only the groups matter."""
    return Standing(1, 2, 50.0, 1.0, 99.0, "like", 1, 2, first, last)


def test_every_standing_is_that_of_the_mart(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    found = standings(build_id)
    expected = sample.execute(ROWS).fetchall()
    assert len(expected) > 1000
    for indicator, month, area, *rest in expected:
        assert found[indicator][month][area] == Standing(*rest)
    counted = sum(len(areas) for months in found.values() for areas in months.values())
    assert counted == len(expected)


@given(st.lists(groups, min_size=2, max_size=8))
def test_two_are_apart_exactly_when_no_group_holds_both(ranges: list[tuple[int, int]]) -> None:
    found = {str(place): standing(*each) for place, each in enumerate(ranges)}
    members = {name: set(range(s.group_first, s.group_last + 1)) for name, s in found.items()}
    for one, other in combinations(found, 2):
        expected = not members[one] & members[other]
        assert found[one].is_apart_from(found[other]) == expected
        assert found[other].is_apart_from(found[one]) == expected
        assert (((one, other) in pairs_apart(found)) or ((other, one) in pairs_apart(found))) == (
            expected
        )


def test_the_better_of_a_pair_comes_first() -> None:
    found = {"worse": standing(3, 4), "better": standing(1, 2)}
    assert pairs_apart(found) == [("better", "worse")]


@pytest.mark.parametrize(
    ("side", "higher_is_better", "kind"),
    [
        ("higher", True, "better"),
        ("lower", True, "worse"),
        ("higher", False, "worse"),
        ("lower", False, "better"),
        ("like", True, "like"),
        ("like", False, "like"),
    ],
)
def test_a_side_is_judged_by_which_is_better(side: str, higher_is_better: bool, kind: str) -> None:
    assert judged(side, higher_is_better=higher_is_better) == kind


@given(st.lists(st.sampled_from([f"2020-{month:02}" for month in range(1, 13)])))
def test_the_latest_month_is_the_last_that_is_not_later(months: list[str]) -> None:
    found = latest_month(months, "2020-06")
    earlier = [month for month in months if month <= "2020-06"]
    assert found == (sorted(earlier)[-1] if earlier else None)


def test_what_districts_are_compared_by_has_a_better_side(build_id: str) -> None:
    for indicator in standings(build_id):
        assert declarations(build_id)[indicator]["direction"] in ("higher", "lower")
