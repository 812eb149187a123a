"""How far best and worst lie apart by chance alone, when all are equally good."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DRAWS = 10_000
SEED = 2563
LEVEL = 0.95


class ChanceGap(NamedTuple):
    """Percentage points between the best and the worst: the median, and where 95 % of gaps lie."""

    median_gap_points: float
    low_gap_points: float
    high_gap_points: float


def chance_gap(sizes: NDArray[np.int64], true_pct: float) -> ChanceGap:
    """Sizes above 0 and one true share in percent → the gap that chance makes, simulated.

    The same seed each time, so that the same sizes give the same answer.
    """
    draws = np.random.default_rng(SEED).binomial(sizes, true_pct / 100, (DRAWS, len(sizes)))
    shares = 100 * draws / sizes
    gaps = shares.max(axis=1) - shares.min(axis=1)
    tail = (1 - LEVEL) / 2
    low, median, high = np.quantile(gaps, [tail, 0.5, 1 - tail])
    return ChanceGap(float(median), float(low), float(high))
