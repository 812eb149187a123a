"""Synthetic visits of officers to their households, about one a month."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import (
    FIRST_DAY,
    LAST_DAY,
    MONTH_STARTS,
    MONTHS,
    days_between,
    month_of,
)
from etl.demo.households import Households
from etl.demo.pairings import Pairings
from etl.demo.writer import dates, labels, numbers, referring_ids, row_ids, write_source

VISIT_CHANCE = [0.72, 0.84, 0.86, 0.82, 0.80, 0.42, 0.30, 0.60, 0.76, 0.80, 0.72, 0.64]
STAGES = ["attitude", "skills", "resources", "solutions"]
LIFE_STAGES = ["goal", "compass", "management", "care"]
NOTE_CODES = [f"V{number:02d}" for number in range(1, 9)]


def write_visits(
    rng: np.random.Generator,
    directory: Path,
    households: Households,
    pairings: Pairings,
    incomes: tuple[NDArray[Any], NDArray[Any]],
) -> None:
    """Pairings and incomes (first and latest, negative unknown) → visits.csv, about monthly."""
    pairing_parts = []
    day_parts = []
    end = np.where(pairings.last < 0, LAST_DAY, pairings.last)
    for month in range(MONTHS):
        start = np.full(pairings.count, MONTH_STARTS[month])
        when = days_between(rng, start, np.full(pairings.count, MONTH_STARTS[month + 1] - 1))
        made = rng.random(pairings.count) < VISIT_CHANCE[month]
        made &= (when >= pairings.first) & (when <= end)
        pairing_parts.append(np.flatnonzero(made).astype(np.int32))
        day_parts.append(when[made])
    pairing = np.concatenate(pairing_parts)
    when = np.concatenate(day_parts)
    order = np.lexsort((when, pairing))
    pairing, when = pairing[order], when[order]
    rows = len(pairing)
    household = pairings.household[pairing]
    begun, latest = incomes
    progress = (when - FIRST_DAY) / (LAST_DAY - FIRST_DAY)
    seen = begun[household] + (latest - begun)[household] * progress
    seen = np.round(np.maximum(seen, 0) * rng.uniform(0.93, 1.07, rows), -2)
    unseen = (begun[household] < 0) | (rng.random(rows) < 0.65)
    work_month = month_of(when)
    stage = np.clip(np.floor((work_month + rng.normal(0, 1.5, rows)) / 3), 0, 3).astype(np.int32)
    life = np.clip(np.floor((work_month + rng.normal(0, 1.5, rows)) / 3), 0, 3).astype(np.int32)
    write_source(
        directory,
        "visits",
        rows,
        {
            "visit_id": row_ids("V", rows),
            "official_id": referring_ids("O", pairings.official[pairing], pairings.officials_count),
            "household_id": labels(households.ids, household),
            "visit_date": dates(when),
            "process_stage": labels(STAGES, np.where(rng.random(rows) < 0.04, -1, stage)),
            "life_process_stage": labels(LIFE_STAGES, np.where(rng.random(rows) < 0.1, -1, life)),
            "income_seen_baht_per_person_year": numbers(seen.astype(np.int32), unseen),
            "note_code": labels(NOTE_CODES, rng.integers(-5, len(NOTE_CODES), rows)),
        },
    )
