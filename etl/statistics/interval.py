"""Exact intervals: between which true shares a counted share may have come about by chance."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainccinv, betaincinv

Counts = NDArray[np.int64]
Shares = NDArray[np.float64]


def clopper_pearson(numerator: Counts, denominator: Counts, level: float) -> tuple[Shares, Shares]:
    """Counts and a level of confidence → lower and upper ends, shares of 0 to 1.

    Clopper and Pearson, The use of confidence or fiducial limits illustrated in the case of the
    binomial, Biometrika 26 (1934). It covers the true share at least as often as the level says.
    Every denominator must be above 0.
    """
    tail = (1 - level) / 2
    rest = denominator - numerator
    # At the two ends one limit is certain, and the quantile of the beta distribution undefined.
    lower = np.where(numerator == 0, 0, betaincinv(np.maximum(numerator, 1), rest + 1, tail))
    upper = np.where(rest == 0, 1, betainccinv(numerator + 1, np.maximum(rest, 1), tail))
    return lower, upper


def sidak_level(joint_level: float, intervals: int) -> float:
    """A level for so many independent intervals together → the level of each (Šidák 1967)."""
    return float(joint_level ** (1 / intervals))
