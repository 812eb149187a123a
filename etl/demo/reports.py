"""Synthetic monthly reports of officers: in time, late, or never received."""

from pathlib import Path

import numpy as np

from etl.demo.calendar_2563 import LAST_DAY, MONTH_STARTS
from etl.demo.officers import Officials
from etl.demo.pairings import Pairings
from etl.demo.writer import dates, months, referring_ids, write_source

REPORT_MONTHS = 10


def write_reports(
    rng: np.random.Generator,
    directory: Path,
    officials: Officials,
    pairings: Pairings,
) -> None:
    """Officers with a pairing in the month → reports.csv, October 2019 to July 2020."""
    end = np.where(pairings.last < 0, LAST_DAY, pairings.last)
    careless = rng.random(officials.count) < 0.06
    official_parts = []
    month_parts = []
    received_parts = []
    for month in range(REPORT_MONTHS):
        active = (pairings.first < MONTH_STARTS[month + 1]) & (end >= MONTH_STARTS[month])
        due = np.unique(pairings.official[active])
        luck = rng.random(len(due))
        never = luck < np.where(careless[due], 0.18, 0.032)
        late = ~never & (luck > np.where(careless[due], 0.45, 0.905))
        by_fifth = rng.random(len(due)) < 0.9
        days_after = np.where(
            late,
            rng.integers(10, 29, len(due)),
            np.where(by_fifth, rng.integers(0, 5, len(due)), rng.integers(5, 10, len(due))),
        )
        received = MONTH_STARTS[month + 1] + days_after
        official_parts.append(due[~never])
        month_parts.append(np.full(int((~never).sum()), MONTH_STARTS[month]))
        received_parts.append(received[~never])
    official = np.concatenate(official_parts)
    write_source(
        directory,
        "reports",
        len(official),
        {
            "official_id": referring_ids("O", official, officials.count),
            "report_month": months(np.concatenate(month_parts)),
            "received_date": dates(np.concatenate(received_parts)),
        },
    )
