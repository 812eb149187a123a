"""Facts of ranks and groups, beside counting one by one."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.statistics.ranks import alike_groups, rank_ranges

Intervals = list[tuple[float, float]]
Ranges = list[tuple[int, int]]

# Whole ends, so that touching and equal intervals come up often.
interval_lists = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda each: (each[0], sum(each))),
    min_size=1,
    max_size=12,
)


def ends(intervals: Intervals) -> tuple[np.ndarray, np.ndarray]:
    lower, upper = zip(*intervals, strict=True)
    return np.array(lower, float), np.array(upper, float)


def ranks(intervals: Intervals, *, higher_is_better: bool = True) -> Ranges:
    best, worst = rank_ranges(*ends(intervals), higher_is_better=higher_is_better)
    return list(zip(best.tolist(), worst.tolist(), strict=True))


def groups(intervals: Intervals, *, higher_is_better: bool = True) -> Ranges:
    first, last = alike_groups(*ends(intervals), higher_is_better=higher_is_better)
    return list(zip(first.tolist(), last.tolist(), strict=True))


def overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


@given(intervals=interval_lists, higher_is_better=st.booleans())
def test_ranks_are_those_counted_one_by_one(intervals: Intervals, higher_is_better: bool) -> None:
    expected = []
    for low, high in intervals:
        above = sum(other_low > high for other_low, _ in intervals)
        below = sum(other_high < low for _, other_high in intervals)
        better, worse = (above, below) if higher_is_better else (below, above)
        expected.append((1 + better, len(intervals) - worse))
    assert ranks(intervals, higher_is_better=higher_is_better) == expected


@given(intervals=interval_lists, data=st.data())
def test_the_true_rank_is_possible_wherever_the_true_shares_lie(
    intervals: Intervals, data: st.DataObject
) -> None:
    truth = [data.draw(st.floats(low, high)) for low, high in intervals]
    for share, (best, worst) in zip(truth, ranks(intervals), strict=True):
        assert best <= 1 + sum(other > share for other in truth)
        assert len(truth) - sum(other < share for other in truth) <= worst


@given(intervals=interval_lists, higher_is_better=st.booleans())
def test_two_share_a_group_exactly_when_they_cannot_be_told_apart(
    intervals: Intervals, higher_is_better: bool
) -> None:
    found = groups(intervals, higher_is_better=higher_is_better)
    for one, other in combinations(range(len(intervals)), 2):
        is_shared = found[one][0] <= found[other][1] and found[other][0] <= found[one][1]
        assert is_shared == overlap(intervals[one], intervals[other])


@given(intervals=interval_lists)
def test_groups_are_numbered_without_a_gap_and_none_lies_in_another(intervals: Intervals) -> None:
    found = groups(intervals)
    last = max(last for _, last in found)
    members = [
        {place for place, (low, high) in enumerate(found) if low <= number <= high}
        for number in range(1, last + 1)
    ]
    assert all(members)
    assert not any(one <= other for one in members for other in members if one is not other)


def test_a_wholly_better_interval_stands_first_whichever_side_is_better() -> None:
    intervals = [(10.0, 20.0), (50.0, 60.0), (15.0, 30.0)]
    assert ranks(intervals) == [(2, 3), (1, 1), (2, 3)]
    assert ranks(intervals, higher_is_better=False) == [(1, 2), (3, 3), (1, 2)]
    assert groups(intervals) == [(2, 2), (1, 1), (2, 2)]
    assert groups(intervals, higher_is_better=False) == [(1, 1), (2, 2), (1, 1)]


def test_one_between_two_that_differ_belongs_to_both_groups() -> None:
    assert groups([(0.0, 10.0), (8.0, 22.0), (20.0, 30.0)]) == [(2, 2), (1, 2), (1, 1)]


@pytest.mark.parametrize("count", [1, 26])
def test_those_that_all_overlap_are_one_group_of_any_rank(count: int) -> None:
    intervals = [(40.0, 90.0)] * count
    assert ranks(intervals) == [(1, count)] * count
    assert groups(intervals) == [(1, 1)] * count
