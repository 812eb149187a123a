"""Synthetic target households: where they live, how they were found, who belongs to them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.demo.calendar_2563 import LAST_DAY, NO_DATE, Ints, day, days_between
from etl.demo.plan import Plan
from etl.demo.villages import Villages, households_by_village
from etl.demo.vocabulary import SOURCE_LISTS
from etl.demo.writer import dates, labels, numbers, row_ids, write_source

Flags = NDArray[np.bool_]

STATUSES = ["found", "not_found", "moved", "died"]
CLASSES = ["developable", "relief"]
ID_LETTERS = np.frombuffer(b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ", dtype=np.uint8)
ID_SPACE = 1 << 30
SIZE_WEIGHTS = {
    "developable": [0.07, 0.17, 0.23, 0.23, 0.15, 0.09, 0.04, 0.02],
    "relief": [0.33, 0.27, 0.17, 0.11, 0.07, 0.03, 0.01, 0.01],
}
EXCLUSION_DAYS = {
    "died": ("2019-11-20", "2020-09-20"),
    "moved": ("2019-11-20", "2020-09-20"),
    "not_found": ("2019-10-10", "2019-12-20"),
    "declined": ("2019-10-10", "2019-12-20"),
}


@dataclass
class Households:
    """One position a household, in order of its id; excluded_day is negative while it is not."""

    ids: pa.Array
    villages: Villages
    village: Ints
    district: Ints
    developable: Flags
    members_persons: Ints
    status: Ints
    status_day: Ints
    declined: Flags
    excluded_day: Ints

    @property
    def count(self) -> int:
        return len(self.village)


def pseudonyms(rng: np.random.Generator, count: int) -> pa.Array:
    """A number → as many different ids such as HH-7F3K2Q, sorted, that reveal no order.

    A seeded one-to-one scrambling of 0..2^30-1 (odd multiplication, xor-shift): no two meet.
    """
    value = np.arange(count, dtype=np.uint64)
    value = (value + rng.integers(ID_SPACE, dtype=np.uint64)) % ID_SPACE
    for _ in range(3):
        odd = rng.integers(ID_SPACE, dtype=np.uint64) | np.uint64(1)
        value = (value * odd) % ID_SPACE
        value ^= value >> np.uint64(13)
    value.sort()
    text = np.empty((count, 9), dtype=np.uint8)
    text[:, :3] = np.frombuffer(b"HH-", dtype=np.uint8)
    for place in range(6):
        shift = np.uint64(5 * (5 - place))
        text[:, 3 + place] = ID_LETTERS[((value >> shift) & np.uint64(31)).astype(np.int64)]
    offsets = np.arange(count + 1, dtype=np.int32) * 9
    return pa.StringArray.from_buffers(
        count, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(text))
    )


def draw_households(rng: np.random.Generator, plan: Plan, villages: Villages) -> Households:
    """Plan and villages → households, more of them where TPMAP counts more target poor."""
    count = plan.households
    per_village = households_by_village(count, villages)
    village = rng.permutation(np.repeat(np.arange(len(per_village), dtype=np.int32), per_village))
    developable = np.zeros(count, dtype=bool)
    developable[rng.permutation(count)[: plan.developable_households]] = True

    sizes = np.arange(1, 9)
    members = np.where(
        developable,
        rng.choice(sizes, count, p=SIZE_WEIGHTS["developable"]),
        rng.choice(sizes, count, p=SIZE_WEIGHTS["relief"]),
    ).astype(np.int32)

    status = np.zeros(count, dtype=np.int32)
    first_check = np.full(count, day("2019-10-01"))
    status_day = days_between(rng, first_check, first_check + 60)
    declined = np.zeros(count, dtype=bool)
    excluded_day = np.full(count, NO_DATE)
    lottery = rng.permutation(count)
    for reason, number in plan.excluded_households.items():
        chosen, lottery = lottery[:number], lottery[number:]
        first, last = (np.full(len(chosen), day(text)) for text in EXCLUSION_DAYS[reason])
        status_day[chosen] = days_between(rng, first, last)
        excluded_day[chosen] = status_day[chosen]
        if reason == "declined":
            declined[chosen] = True
        else:
            status[chosen] = STATUSES.index(reason)
    return Households(
        ids=pseudonyms(rng, count),
        villages=villages,
        village=village,
        district=villages.district[village],
        developable=developable,
        members_persons=members,
        status=status,
        status_day=status_day,
        declined=declined,
        excluded_day=excluded_day,
    )


def last_day_of_work(households: Households) -> Ints:
    """Households → the last day on which anything may be recorded for each."""
    return np.where(households.excluded_day < 0, LAST_DAY, households.excluded_day).astype(np.int32)


def write_households(rng: np.random.Generator, directory: Path, households: Households) -> None:
    """Households → households.csv."""
    count = households.count
    unknown = (households.status > 0) | (rng.random(count) < 0.03) & ~households.declined
    write_source(
        directory,
        "households",
        count,
        {
            "household_id": labels(households.ids, np.arange(count)),
            "village_code": labels(households.villages.codes, households.village),
            "bmn_year": numbers(np.full(count, 2018, dtype=np.int32)),
            "household_class": labels(CLASSES, 1 - households.developable.astype(np.int32)),
            "members_persons": numbers(households.members_persons),
            "status": labels(STATUSES, households.status),
            "status_date": dates(households.status_day),
            "wants_help": numbers(~households.declined, unknown),
            "source_list": labels(SOURCE_LISTS, rng.choice(3, count, p=[0.8, 0.15, 0.05])),
        },
    )


def write_members(
    rng: np.random.Generator,
    directory: Path,
    households: Households,
    needy: dict[str, Flags],
) -> None:
    """Households and which of them have a need in each dimension → members.csv."""
    sizes = households.members_persons
    owner = np.repeat(np.arange(households.count, dtype=np.int32), sizes)
    place = (np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)).astype(np.int32)
    rows = len(owner)
    size = sizes[owner]
    relief = ~households.developable[owner]
    is_head = place == 0
    adult = place == 1
    last = (place == size - 1) & ~is_head

    head_age = np.where(relief, rng.normal(69, 10, rows), rng.normal(53, 12, rows))
    head_age = np.where(is_head & (size == 1) & relief, rng.normal(74, 7, rows), head_age)
    age = np.where(is_head, np.clip(head_age, 22, 98), rng.integers(1, 60, rows))
    age = np.where(adult & (rng.random(rows) < 0.6), np.clip(head_age - 3, 20, 95), age)
    child = (place >= 2) & (rng.random(rows) < 0.6) | last & needy["education"][owner]
    age = np.where(child, rng.integers(6, 18, rows), age).astype(np.int32)

    elderly = age >= 60
    ill = needy["health"][owner] & (is_head | adult)
    disabled = rng.random(rows) < np.where(ill, 0.28, np.where(elderly, 0.12, 0.03))
    bedridden = rng.random(rows) < np.where(ill & elderly, 0.09, 0.004)
    school_age = (age >= 6) & (age <= 17)
    dropped_out = school_age & (
        rng.random(rows) < np.where(needy["education"][owner] & last, 0.45, 0.04)
    )
    schooling = np.where(age < 3, 3, np.where(age < 25, 0, 2))
    schooling = np.where((age >= 18) & (rng.random(rows) < 0.7), 2, schooling)
    schooling = np.where(dropped_out, 1, schooling)
    schooling = np.where(rng.random(rows) < 0.02, -1, schooling).astype(np.int32)
    covered = np.where(needy["welfare"][owner], 0.65, 0.95)
    write_source(
        directory,
        "members",
        rows,
        {
            "member_id": row_ids("M", rows),
            "household_id": labels(households.ids, owner),
            "sex": labels(["female", "male"], (rng.random(rows) < 0.52).astype(np.int32)),
            "birth_year": numbers((2020 - age).astype(np.int32)),
            "is_head": numbers(is_head),
            "disabled": numbers(disabled, rng.random(rows) < 0.02),
            "bedridden": numbers(bedridden, rng.random(rows) < 0.02),
            "schooling": labels(
                ["in_school", "out_of_school", "finished", "not_school_age"], schooling
            ),
            "elderly_card": numbers(elderly & (rng.random(rows) < covered)),
            "disability_card": numbers(disabled & (rng.random(rows) < covered)),
            "welfare_card": numbers(
                (age >= 18) & (rng.random(rows) < covered * 0.8), rng.random(rows) < 0.05
            ),
        },
    )
