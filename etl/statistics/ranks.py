"""What intervals leave open: the ranks a place may have, and which places can be told apart.

Intervals that hold jointly, at Šidák's level, make all of these statements hold jointly.
"""

import numpy as np
from numpy.typing import NDArray

Ends = NDArray[np.float64]
Numbers = NDArray[np.int64]


def rank_ranges(lower: Ends, upper: Ends, *, higher_is_better: bool) -> tuple[Numbers, Numbers]:
    """Ends of intervals → best and worst rank that each may have, 1 the best.

    A joint confidence region for an overall ranking after Klein, Wright and Wieczorek, Journal of
    the Royal Statistical Society A 183 (2020): only who lies wholly on one side has a sure place.
    """
    is_above = lower[np.newaxis, :] > upper[:, np.newaxis]
    wholly_above, wholly_below = is_above.sum(axis=1), is_above.sum(axis=0)
    better, worse = (
        (wholly_above, wholly_below) if higher_is_better else (wholly_below, wholly_above)
    )
    return 1 + better, len(lower) - worse


def alike_groups(lower: Ends, upper: Ends, *, higher_is_better: bool) -> tuple[Numbers, Numbers]:
    """Ends of intervals → first and last group of each, 1 the best.

    A group is a largest set of which no two can be told apart: a compact letter display (Piepho,
    Journal of Computational and Graphical Statistics 13, 2004) with numbers in place of letters.
    Two places can be told apart exactly when they share no group. Intervals that overlap pairwise
    share a point, so a group is all that hold one lower end, and the groups of each lie in a row.
    """
    places = np.argsort(-lower if higher_is_better else lower, kind="stable")
    ends = lower[places, np.newaxis]
    holds = (lower[np.newaxis, :] <= ends) & (ends <= upper[np.newaxis, :])
    is_within = ~(holds[:, np.newaxis, :] & ~holds[np.newaxis, :, :]).any(axis=2)
    is_same = is_within & is_within.T
    is_earlier = np.tri(len(lower), k=-1, dtype=bool)
    is_largest = ~((is_within & ~is_same) | (is_same & is_earlier)).any(axis=1)
    groups = holds[is_largest]
    return 1 + groups.argmax(axis=0), len(groups) - groups[::-1].argmax(axis=0)
