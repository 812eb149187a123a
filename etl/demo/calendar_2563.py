"""Days of Thai fiscal year 2563 (1 Oct 2019 to 30 Sep 2020) as whole days since 1970-01-01."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
NO_DATE = np.int32(-1)
MONTHS = 12


def day(iso_date: str) -> int:
    """One ISO date → days since 1970-01-01."""
    return int(np.datetime64(iso_date, "D").astype(np.int64))


MONTH_STARTS: Ints = np.array(
    [
        day(str(month))
        for month in np.arange(np.datetime64("2019-10"), np.datetime64("2020-11")).astype(
            "datetime64[D]"
        )
    ],
    dtype=np.int32,
)
FIRST_DAY = int(MONTH_STARTS[0])
LAST_DAY = int(MONTH_STARTS[-1]) - 1


def month_of(days: NDArray[Any]) -> Ints:
    """Days → month of the fiscal year, 0 (October) to 11 (September)."""
    month: Ints = (np.searchsorted(MONTH_STARTS, days, side="right") - 1).astype(np.int32)
    return month


def days_between(rng: np.random.Generator, first: NDArray[Any], last: NDArray[Any]) -> Ints:
    """Two arrays of days → one day each, evenly drawn, both ends included."""
    span = np.maximum(last - first + 1, 1)
    drawn: Ints = (first + np.floor(rng.random(len(first)) * span)).astype(np.int32)
    return drawn


def seasonal_days(
    rng: np.random.Generator, not_before: NDArray[Any], month_weights: list[float]
) -> Ints:
    """Earliest days → one day each, not before it, its month drawn by twelve weights."""
    cumulative = np.concatenate([[0.0], np.cumsum(month_weights)])
    earliest_month = month_of(not_before)
    low = cumulative[earliest_month]
    drawn = low + rng.random(len(not_before)) * (cumulative[-1] - low)
    month = np.clip(
        np.searchsorted(cumulative, drawn, side="right") - 1, earliest_month, MONTHS - 1
    )
    first = np.maximum(MONTH_STARTS[month], not_before)
    return days_between(rng, first, MONTH_STARTS[month + 1] - 1)
