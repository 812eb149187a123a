"""Facts of the gap between best and worst that chance makes."""

from random import Random
from statistics import median

import numpy as np
import pytest

from etl.statistics.chance_gap import chance_gap


def drawn_gap(random: Random, sizes: list[int], share: float) -> float:
    shares = [100 * sum(random.random() < share for _ in range(size)) / size for size in sizes]
    return max(shares) - min(shares)


def test_26_equal_districts_of_45_still_differ_by_27_points() -> None:
    gap = chance_gap(np.full(26, 45), 72)
    assert gap.median_gap_points == pytest.approx(27, abs=1)
    assert gap.low_gap_points == pytest.approx(18, abs=1)
    assert gap.high_gap_points == pytest.approx(36, abs=1)


def test_drawing_one_household_at_a_time_gives_the_same() -> None:
    random = Random(7)
    sizes = [5, 20, 45, 100]
    gaps = [drawn_gap(random, sizes, 0.72) for _ in range(2_000)]
    assert chance_gap(np.array(sizes), 72).median_gap_points == pytest.approx(median(gaps), abs=1.5)


def test_the_same_sizes_give_the_same_answer() -> None:
    sizes = np.array([12, 45, 173])
    assert chance_gap(sizes, 72) == chance_gap(sizes, 72)


def test_large_districts_hardly_differ_and_one_not_at_all() -> None:
    assert chance_gap(np.full(26, 45_000), 72).high_gap_points < 1.5
    assert chance_gap(np.array([45]), 72) == (0, 0, 0)


def test_where_success_is_certain_there_is_no_gap() -> None:
    assert chance_gap(np.full(26, 45), 100) == (0, 0, 0)
