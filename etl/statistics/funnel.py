"""Funnels: between which shares a district of a size lies by chance, if it is like the whole."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr, bdtrik, ndtri

Counts = NDArray[np.int64]
Shares = NDArray[np.float64]

# Two and three standard deviations of a normal distribution, as probabilities below and above.
TAIL_2SD, TAIL_3SD = 0.025, 0.001
WINSORISED = 0.1


def exact_limits(denominator: Counts, target: float, tail: float) -> tuple[Shares, Shares]:
    """Sizes, the share of the whole and a tail → lower and upper limits, shares of 0 to 1.

    Binomial limits, interpolated after Spiegelhalter, Funnel plots for comparing institutional
    performance, Statistics in Medicine 24 (2005), A.1.1. The upper limit is the lower one of the
    failures, so that both ask how likely a count as far out as this is; the published rule, used
    above, would put a district of 45 outside where all succeed and 99.9 % are expected to.
    """
    lower = _lower_limit(denominator, target, tail)
    upper = 1 - _lower_limit(denominator, 1 - target, tail)
    return np.clip(lower, 0, 1), np.clip(upper, 0, 1)


def _lower_limit(denominator: Counts, target: float, tail: float) -> Shares:
    count = _quantile(denominator, target, tail)
    up_to, before = bdtr(count, denominator, target), _below(count, denominator, target)
    limit: Shares = (count - (up_to - tail) / (up_to - before)) / denominator
    return limit


def _quantile(denominator: Counts, target: float, probability: float) -> Counts:
    """The fewest of which so many or fewer are at least as likely as the probability."""
    # Where nobody is expected, the inverse is undefined and the answer 0.
    count: Counts = np.nan_to_num(np.ceil(bdtrik(probability, denominator, target))).astype(int)
    # The inverse is a root found by search, so a whole number may come out one too high.
    is_too_high = (count > 0) & (_below(count, denominator, target) >= probability)
    return count - is_too_high


def _below(count: Counts, denominator: Counts, target: float) -> Shares:
    return np.where(count > 0, bdtr(np.maximum(count - 1, 0), denominator, target), 0)


def standard_errors(denominator: Counts, target: float) -> Shares:
    """Sizes and the share of the whole → standard deviations of a binomial share."""
    errors: Shares = np.sqrt(target * (1 - target) / denominator)
    return errors


def z_scores(value: Shares, target: float, errors: Shares) -> Shares:
    """Shares, the share of the whole and standard deviations → distances in these; 0 where none."""
    return np.divide(value - target, errors, out=np.zeros_like(value), where=errors > 0)


def overdispersion(value: Shares, denominator: Counts, target: float) -> tuple[float, float]:
    """Shares, sizes and the share of the whole → φ, and τ as a share.

    φ is how many times the spread is that of chance, from z-scores of which the outer tenths are
    drawn in (winsorised); τ the standard deviation between districts that explains the rest, 0
    where chance explains all. The additive method of Spiegelhalter et al., Statistical methods for
    healthcare regulation, Journal of the Royal Statistical Society A 175 (2012).
    """
    errors = standard_errors(denominator, target)
    z = z_scores(value, target, errors)
    drawn_in = np.clip(z, *np.quantile(z, [WINSORISED, 1 - WINSORISED]))
    phi = float(np.mean(drawn_in**2))
    districts = len(value)
    unexplained = districts * phi - (districts - 1)
    if unexplained <= 0 or districts == 1:
        return phi, 0.0
    weights = errors**-2
    scale = weights.sum() - (weights**2).sum() / weights.sum()
    return phi, float(np.sqrt(unexplained / scale))


def additive_limits(
    denominator: Counts, target: float, tau: float, tail: float
) -> tuple[Shares, Shares]:
    """Sizes, the share of the whole, τ and a tail → lower and upper limits, shares of 0 to 1."""
    reach = -ndtri(tail) * np.hypot(standard_errors(denominator, target), tau)
    return np.clip(target - reach, 0, 1), np.clip(target + reach, 0, 1)
