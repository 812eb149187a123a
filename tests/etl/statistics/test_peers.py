"""Facts of nearness, beside distances measured one by one."""

from math import sqrt
from statistics import fmean, pstdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.statistics.peers import distances, nearest

tables = st.integers(1, 3).flatmap(
    lambda features: st.lists(
        st.lists(st.integers(-50, 50), min_size=features, max_size=features),
        min_size=2,
        max_size=10,
    )
)


def plain_distance(table: list[list[int]], weights: list[float], one: int, other: int) -> float:
    total = 0.0
    for feature, weight in enumerate(weights):
        column = [row[feature] for row in table]
        if spread := pstdev(column):
            one_score = (table[one][feature] - fmean(column)) / spread
            other_score = (table[other][feature] - fmean(column)) / spread
            total += weight * (one_score - other_score) ** 2
    return sqrt(total)


@given(table=tables, weight=st.floats(0.1, 5))
def test_distances_are_those_measured_one_by_one(table: list[list[int]], weight: float) -> None:
    weights = [weight, *([1.0] * (len(table[0]) - 1))]
    found = distances(np.array(table, float), np.array(weights))
    for one in range(len(table)):
        for other in range(len(table)):
            expected = plain_distance(table, weights, one, other)
            assert found[one, other] == pytest.approx(expected, abs=1e-6)


@given(table=tables, peers=st.integers(1, 12))
def test_nobody_further_is_taken_before_someone_nearer(table: list[list[int]], peers: int) -> None:
    distance = distances(np.array(table, float), np.ones(len(table[0])))
    for one, found in enumerate(nearest(distance, peers).tolist()):
        assert one not in found
        assert len(set(found)) == min(peers, len(table) - 1)
        left = [other for other in range(len(table)) if other not in (*found, one)]
        ways = [distance[one, each] for each in found]
        assert ways == sorted(ways)
        assert all(ways[-1] <= distance[one, other] for other in left)


def test_the_unit_of_a_feature_does_not_matter() -> None:
    table = np.array([[1.0, 10], [2, 40], [4, 20]])
    in_thousands = table * [1000, 1]
    assert distances(table, np.ones(2)) == pytest.approx(distances(in_thousands, np.ones(2)))
