"""Facts of funnels: the published formulae worked by hand, in plain numbers."""

from fractions import Fraction
from math import comb, inf, sqrt
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etl.statistics.funnel import (
    TAIL_2SD,
    TAIL_3SD,
    additive_limits,
    exact_limits,
    overdispersion,
    standard_errors,
    z_scores,
)

sizes = st.integers(1, 150)
# Shares of the whole come from counts, so that they are fractions.
targets = st.fractions(0, 1, max_denominator=400)


def chance(count: int, size: int, target: Fraction) -> Fraction:
    return comb(size, count) * target**count * (1 - target) ** (size - count)


def lower_limit(size: int, target: Fraction, tail: float) -> float:
    """The published rule in exact fractions: r, then α of the way back to r - 1."""
    up_to = Fraction(0)
    for count in range(size + 1):
        here = chance(count, size, target)
        up_to += here
        if up_to >= tail:
            return float((count - (up_to - Fraction(tail)) / here) / size)
    raise AssertionError("the whole distribution is less than the tail")


def limits(size: int, target: float, tail: float) -> tuple[float, float]:
    lower, upper = exact_limits(np.array([size]), target, tail)
    return float(lower[0]), float(upper[0])


@given(size=sizes, target=targets, tail=st.sampled_from([TAIL_2SD, TAIL_3SD]))
def test_exact_limits_are_those_of_the_published_rule(
    size: int, target: Fraction, tail: float
) -> None:
    lower = max(0, lower_limit(size, target, tail))
    upper = min(1, 1 - lower_limit(size, 1 - target, tail))
    assert limits(size, float(target), tail) == pytest.approx((lower, upper), abs=1e-7)


@given(size=sizes, target=targets, tail=st.sampled_from([TAIL_2SD, TAIL_3SD]))
def test_a_count_lies_outside_exactly_when_as_far_out_is_too_unlikely(
    size: int, target: Fraction, tail: float
) -> None:
    lower, upper = limits(size, float(target), tail)
    for count in range(size + 1):
        up_to = sum(chance(each, size, target) for each in range(count + 1))
        from_here = 1 - up_to + chance(count, size, target)
        # A probability so near the tail that a rounded target decides is no matter of the rule.
        assume(abs(up_to - Fraction(tail)) > 1e-9 and abs(from_here - Fraction(tail)) > 1e-9)
        assert (count / size < lower - 1e-9) == (up_to < tail)
        assert (count / size > upper + 1e-9) == (from_here < tail)


def test_where_all_succeed_as_is_most_likely_nobody_is_outside() -> None:
    assert chance(45, 45, Fraction(99, 100)) > Fraction(6, 10)
    assert limits(45, 0.99, TAIL_2SD)[1] == 1


def test_where_the_whole_is_at_an_end_only_the_other_side_is_outside() -> None:
    lower, upper = limits(20, 1.0, TAIL_3SD)
    assert 19 / 20 < lower < 1 == upper
    lower, upper = limits(20, 0.0, TAIL_3SD)
    assert lower == 0 < upper < 1 / 20


def test_lines_draw_together_as_districts_grow() -> None:
    lower, upper = exact_limits(np.array([10, 100, 1_000, 45_000]), 0.72, TAIL_3SD)
    assert (np.diff(lower) > 0).all()
    assert (np.diff(upper) < 0).all()
    assert upper[-1] - lower[-1] == pytest.approx(2 * 3.0902 * sqrt(0.72 * 0.28 / 45_000), rel=3e-3)


def quantile(ordered: list[float], share: float) -> float:
    """Between the two values that enclose the place, in a straight line."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def plain_overdispersion(counts: list[int], sizes: list[int], target: float) -> tuple[float, float]:
    z, weights = [], []
    for count, size in zip(counts, sizes, strict=True):
        variance = target * (1 - target) / size
        z.append((count / size - target) / sqrt(variance))
        weights.append(1 / variance)
    low, high = quantile(sorted(z), 0.1), quantile(sorted(z), 0.9)
    phi = sum(min(max(each, low), high) ** 2 for each in z) / len(z)
    excess = len(z) * phi - (len(z) - 1)
    if excess < 0:
        return phi, 0
    return phi, sqrt(excess / (sum(weights) - sum(w * w for w in weights) / sum(weights)))


district_lists = st.lists(
    st.integers(50, 5_000).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size))),
    min_size=2,
    max_size=30,
)


@given(districts=district_lists)
def test_overdispersion_is_that_of_the_plain_formula(districts: list[tuple[int, int]]) -> None:
    counts, all_sizes = map(list, zip(*districts, strict=True))
    target = sum(counts) / sum(all_sizes)
    assume(0 < target < 1)
    found = overdispersion(np.array(counts) / np.array(all_sizes), np.array(all_sizes), target)
    assert found == pytest.approx(plain_overdispersion(counts, all_sizes, target))


def test_four_districts_worked_by_hand() -> None:
    # Each of 100 around 0.5: s = 0.05, z = -4, -2, 2, 4; the tenths draw 4 in to 3.4.
    value = np.array([0.3, 0.4, 0.6, 0.7])
    size = np.array([100] * 4)
    phi, tau = overdispersion(value, size, 0.5)
    assert phi == pytest.approx((2 * 3.4**2 + 2 * 2**2) / 4)
    # Equal weights w = 400: τ² = (4φ - 3) / (4w - w).
    assert tau == pytest.approx(sqrt((4 * phi - 3) / 1_200))
    lower, upper = additive_limits(size[:1], 0.5, tau, TAIL_2SD)
    assert 0.5 - lower[0] == upper[0] - 0.5 == pytest.approx(1.959964 * sqrt(0.05**2 + tau**2))


def test_chance_alone_leaves_no_spread_between_districts() -> None:
    phi, tau = overdispersion(np.array([0.49, 0.5, 0.51]), np.array([100] * 3), 0.5)
    assert phi < 1
    assert tau == 0


@pytest.mark.parametrize("target", [0.0, 1.0])
def test_districts_that_are_all_at_an_end_have_no_spread(target: float) -> None:
    value, size = np.array([target] * 3), np.array([10, 20, 30])
    assert overdispersion(value, size, target) == (0, 0)
    assert z_scores(value, target, standard_errors(size, target)).tolist() == [0, 0, 0]


def test_one_district_is_its_own_whole() -> None:
    assert overdispersion(np.array([0.3]), np.array([10]), 0.3) == (0, 0)


@given(size=sizes, target=st.floats(0, 1), tau=st.floats(0, 1))
def test_wider_spread_never_draws_lines_together(size: int, target: float, tau: float) -> None:
    before = (inf, -inf)
    for wider in (0, tau / 2, tau):
        lower, upper = additive_limits(np.array([size]), target, wider, TAIL_2SD)
        assert 0 <= lower[0] <= min(before[0], target) <= max(before[1], target) <= upper[0] <= 1
        before = (lower[0], upper[0])


def test_tails_are_those_of_two_and_three_standard_deviations() -> None:
    assert NormalDist().inv_cdf(TAIL_2SD) == pytest.approx(-1.96, abs=1e-4)
    assert NormalDist().inv_cdf(TAIL_3SD) == pytest.approx(-3.09, abs=1e-3)
