"""Who pays for a synthetic help event: its source of money and its agency."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import Ints
from etl.demo.plan import DIMENSIONS
from etl.demo.vocabulary import FUND_SOURCES, FUND_WEIGHTS, agencies_paying

DISTRICT_FUND = FUND_SOURCES.index("district_fund")


def pay(
    rng: np.random.Generator, dimension: NDArray[Any], not_by: NDArray[Any] | None = None
) -> tuple[Ints, Ints]:
    """Dimensions of events → fund source and agency of each, never the agency of not_by."""
    fund = np.zeros(len(dimension), dtype=np.int32)
    agency = np.zeros(len(dimension), dtype=np.int32)
    for number, name in enumerate(DIMENSIONS):
        rows = np.flatnonzero(dimension == number)
        fund[rows] = rng.choice(len(FUND_SOURCES), len(rows), p=FUND_WEIGHTS[name])
        for source, source_name in enumerate(FUND_SOURCES):
            paid = rows[fund[rows] == source]
            payers = np.array(agencies_paying(source_name, name))
            drawn = rng.integers(0, len(payers), len(paid))
            if not_by is not None:
                clash = payers[drawn] == not_by[paid]
                drawn = np.where(clash, (drawn + 1) % len(payers), drawn)
            agency[paid] = payers[drawn]
    if not_by is not None:
        # The one consulate-general cannot be two agencies: a government agency gives instead.
        clash = np.flatnonzero(agency == not_by)
        fund[clash] = 0
        agency[clash] = 0
        agency[clash] += not_by[clash] == 0
    return fund, agency
