"""Synthetic officers, their households, their visits and their monthly reports."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import (
    FIRST_DAY,
    LAST_DAY,
    MONTH_STARTS,
    MONTHS,
    NO_DATE,
    Ints,
    day,
    days_between,
    month_of,
)
from etl.demo.households import Households
from etl.demo.plan import Plan
from etl.demo.villages import share_out
from etl.demo.vocabulary import GOVERNMENT_AGENCIES, list_agencies
from etl.demo.writer import dates, labels, months, numbers, referring_ids, row_ids, write_source

UNPAIRED_SHARE = 0.012
IDLE_SHARE = 0.03
OVERLOADED_SHARE = 0.015
USUAL_HOUSEHOLDS = 2
SWAPPED_SHARE = 0.03
REPORT_MONTHS = 10
VISIT_CHANCE = [0.72, 0.84, 0.86, 0.82, 0.80, 0.42, 0.30, 0.60, 0.76, 0.80, 0.72, 0.64]
STAGES = ["attitude", "skills", "resources", "solutions"]
LIFE_STAGES = ["goal", "compass", "management", "care"]
NOTE_CODES = [f"V{number:02d}" for number in range(1, 9)]


@dataclass
class Officials:
    """One position an officer."""

    district: Ints
    agency: Ints
    appointed: Ints

    @property
    def count(self) -> int:
        return len(self.district)


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


def draw_officials(rng: np.random.Generator, plan: Plan, households: Households) -> Officials:
    """Plan and households → officers by district, each of a government agency."""
    districts = len(households.villages.district_codes)
    sizes = np.bincount(households.district, minlength=districts)
    weights = sizes * rng.uniform(0.92, 1.08, districts)
    per_district = share_out(plan.officials, weights, at_least=1)
    appointed_from = np.full(plan.officials, day("2019-08-15"))
    return Officials(
        district=np.repeat(np.arange(districts, dtype=np.int32), per_district),
        agency=rng.integers(0, GOVERNMENT_AGENCIES, plan.officials, dtype=np.int32),
        appointed=days_between(rng, appointed_from, appointed_from + 46),
    )


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


def write_officials(directory: Path, households: Households, officials: Officials) -> None:
    """Officers → officials.csv."""
    write_source(
        directory,
        "officials",
        officials.count,
        {
            "official_id": row_ids("O", officials.count),
            "agency_code": labels([agency.code for agency in list_agencies()], officials.agency),
            "district_code": labels(households.villages.district_codes, officials.district),
            "appointed_date": dates(officials.appointed),
        },
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
