"""Which synthetic officer is paired with which household, and from when to when."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import FIRST_DAY, NO_DATE, Ints, day, days_between
from etl.demo.households import Households
from etl.demo.officers import Officials
from etl.demo.writer import dates, labels, referring_ids, row_ids, write_source

UNPAIRED_SHARE = 0.012
IDLE_SHARE = 0.03
OVERLOADED_SHARE = 0.015
USUAL_HOUSEHOLDS = 2
SWAPPED_SHARE = 0.03


@dataclass
class Pairings:
    """One position a pairing; last is negative while it lasts."""

    officials_count: int
    official: Ints
    household: Ints
    first: Ints
    last: Ints

    @property
    def count(self) -> int:
        return len(self.official)


def loads(rng: np.random.Generator, officers: int, households: int) -> NDArray[np.int64]:
    """Officers and households of one district → how many households each officer has."""
    load = np.zeros(officers, dtype=np.int64)
    idle = min(int(rng.binomial(officers, IDLE_SHARE)), officers - 1)
    working = rng.permutation(officers)[idle:]
    over = working[: min(int(rng.binomial(len(working), OVERLOADED_SHARE)), households // 4)]
    usual = working[len(over) :]
    load[over] = rng.integers(USUAL_HOUSEHOLDS + 1, USUAL_HOUSEHOLDS + 3, len(over))
    left = households - int(load.sum())
    takers = usual if len(usual) else working
    each, more = divmod(left, len(takers))
    if each < USUAL_HOUSEHOLDS:
        load[takers] += each
        load[takers[:more]] += 1
        return load
    # More households than the rule allows for: some officers carry three or four.
    load[takers] += USUAL_HOUSEHOLDS
    left -= USUAL_HOUSEHOLDS * len(takers)
    while left > 0:
        step = min(left, len(takers))
        load[takers[:step]] += 1
        left -= step
    return load


def draw_pairings(
    rng: np.random.Generator, households: Households, officials: Officials
) -> Pairings:
    """Households and officers → pairings; a few households have none, a few change officers."""
    paired = rng.random(households.count) >= UNPAIRED_SHARE
    by_district = np.lexsort((households.village, households.district))
    household = by_district[paired[by_district]].astype(np.int32)
    parts = []
    for district in range(len(households.villages.district_codes)):
        officers = np.flatnonzero(officials.district == district)
        wanted = int((households.district[household] == district).sum())
        parts.append(np.repeat(officers, loads(rng, len(officers), wanted)))
    official = np.concatenate(parts).astype(np.int32)

    first = np.full(len(household), FIRST_DAY, dtype=np.int32)
    late = rng.random(len(household)) < 0.08
    first[late] += rng.integers(1, 50, int(late.sum()), dtype=np.int32)
    last = households.excluded_day[household].copy()
    first = np.where(last >= 0, np.minimum(first, last), first).astype(np.int32)

    # Neighbours exchange their officers, so no officer's number of households changes.
    lower = np.arange(0, len(household) - 1, 2)
    fits = (last[lower] < 0) & (last[lower + 1] < 0) & (official[lower] != official[lower + 1])
    fits &= officials.district[official[lower]] == officials.district[official[lower + 1]]
    one = lower[fits & (rng.random(len(lower)) < SWAPPED_SHARE)]
    other = one + 1
    swap_from = np.full(len(one), day("2020-01-06"))
    swap_day = days_between(rng, swap_from, swap_from + 180)
    last[one] = swap_day - 1
    last[other] = swap_day - 1
    order = np.lexsort(
        (
            np.concatenate([first, swap_day, swap_day]),
            np.concatenate([household, household[one], household[other]]),
        )
    )
    no_end = np.full(len(one), NO_DATE)
    return Pairings(
        officials_count=officials.count,
        official=np.concatenate([official, official[other], official[one]])[order],
        household=np.concatenate([household, household[one], household[other]])[order],
        first=np.concatenate([first, swap_day, swap_day])[order].astype(np.int32),
        last=np.concatenate([last, no_end, no_end])[order].astype(np.int32),
    )


def write_pairings(directory: Path, households: Households, pairings: Pairings) -> None:
    """Pairings → pairings.csv."""
    write_source(
        directory,
        "pairings",
        pairings.count,
        {
            "pairing_id": row_ids("P", pairings.count),
            "official_id": referring_ids("O", pairings.official, pairings.officials_count),
            "household_id": labels(households.ids, pairings.household),
            "from_date": dates(pairings.first),
            "to_date": dates(pairings.last),
        },
    )
