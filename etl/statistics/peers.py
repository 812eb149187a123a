"""Which districts are nearest one another in several features at once."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def distances(features: Numbers, weights: Numbers) -> Numbers:
    """Districts x features and a weight for each feature → distances, districts x districts.

    Weighted Euclidean distance of standardised features: each has mean 0 and standard deviation 1
    over the districts, so that its unit does not matter; one that is the same everywhere counts 0.
    """
    spread = features.std(axis=0)
    standard = np.divide(
        features - features.mean(axis=0), spread, out=np.zeros_like(features), where=spread > 0
    )
    apart = standard[:, np.newaxis, :] - standard[np.newaxis, :, :]
    found: Numbers = np.sqrt((weights * apart**2).sum(axis=2))
    return found


def nearest(distance: Numbers, peers: int) -> NDArray[np.int64]:
    """Distances and a number of peers → that many others of each district, the nearest first.

    Those equally near stand in their own order; there are never more peers than others.
    """
    others = distance.copy()
    np.fill_diagonal(others, np.inf)
    return np.argsort(others, axis=1, kind="stable")[:, : min(peers, len(others) - 1)]
