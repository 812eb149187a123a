"""Facts of exact intervals, beside a search on the binomial distribution itself."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.statistics.interval import clopper_pearson, sidak_level

Interval = tuple[float, float]


def at_most(count: int, size: int, share: float) -> float:
    """How likely so many or fewer are."""
    return sum(comb(size, n) * share**n * (1 - share) ** (size - n) for n in range(count + 1))


def bisect(is_too_low: object) -> float:
    """A question that turns from yes to no once between 0 and 1 → where it turns."""
    assert callable(is_too_low)
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if is_too_low(middle) else (low, middle)
    return (low + high) / 2


def searched(count: int, size: int, level: float) -> Interval:
    """The shares at which so many or more, and so many or fewer, become too unlikely."""
    tail = (1 - level) / 2
    lower = bisect(lambda share: 1 - at_most(count - 1, size, share) < tail) if count else 0.0
    upper = bisect(lambda share: at_most(count, size, share) > tail) if count < size else 1.0
    return lower, upper


def interval(count: int, size: int, level: float = 0.95) -> Interval:
    lower, upper = clopper_pearson(np.array([count]), np.array([size]), level)
    return float(lower[0]), float(upper[0])


counts = st.integers(1, 120).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size)))


@given(counts=counts, level=st.sampled_from([0.8, 0.95, 0.998]))
def test_both_ends_are_those_found_by_search(counts: tuple[int, int], level: float) -> None:
    assert interval(*counts, level) == pytest.approx(searched(*counts, level), abs=1e-9)


@given(counts=counts)
def test_the_counted_share_lies_within(counts: tuple[int, int]) -> None:
    lower, upper = interval(*counts)
    assert 0 <= lower <= counts[0] / counts[1] <= upper <= 1
    assert lower < upper


@given(counts=counts)
def test_the_failures_have_the_mirrored_interval(counts: tuple[int, int]) -> None:
    count, size = counts
    lower, upper = interval(count, size)
    assert interval(size - count, size) == pytest.approx((1 - upper, 1 - lower), abs=1e-12)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.72, 0.99])
def test_it_covers_the_true_share_at_least_as_often_as_it_says(share: float) -> None:
    size = 45
    covered = 0.0
    for count in range(size + 1):
        lower, upper = interval(count, size)
        if lower <= share <= upper:
            covered += comb(size, count) * share**count * (1 - share) ** (size - count)
    assert 0.95 <= covered <= 0.999


def test_none_of_ten_and_all_of_ten_are_the_textbook_s() -> None:
    assert interval(0, 10) == pytest.approx((0, 1 - 0.025**0.1))
    assert interval(10, 10) == pytest.approx((0.025**0.1, 1))


@given(districts=st.integers(1, 100))
def test_independent_intervals_hold_together_as_often_as_asked(districts: int) -> None:
    assert sidak_level(0.95, districts) ** districts == pytest.approx(0.95)
