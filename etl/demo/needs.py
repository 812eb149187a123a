"""Synthetic needs of households: who needs what, since when, and which will be helped."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import (
    FIRST_DAY,
    LAST_DAY,
    NO_DATE,
    Ints,
    day,
    days_between,
    seasonal_days,
)
from etl.demo.households import Flags, Households, last_day_of_work
from etl.demo.plan import DIMENSIONS, Plan
from etl.demo.vocabulary import NEED_REASONS, PROBLEMS, VERIFIERS
from etl.demo.writer import dates, labels, numbers, row_ids, write_source

OPENING_WEIGHTS = [0.40, 0.29, 0.15, 0.05, 0.03, 0.01, 0.01, 0.02, 0.02, 0.01, 0.01, 0.0]
SECOND_NEED_WEIGHTS = [0.2, 0.2, 0.15, 0.12, 0.1, 0.03, 0.03, 0.07, 0.05, 0.03, 0.02, 0.0]
CLASS_WEIGHTS = {
    "occupation": (1.0, 0.05),
    "education": (1.0, 0.55),
    "health": (0.7, 1.3),
    "housing": (1.0, 1.1),
    "welfare": (0.4, 1.5),
}
# A tendency to need nothing that TPMAP's neighbours do not share: a recording difference.
SUSPICIOUS_DISTRICT_WEIGHT = 0.06
LEFT_OUT_SHARE = 0.018
SECOND_NEED_SHARE = 0.10
UNVERIFIED_SHARE = 0.045
NEED_STATUSES = ["open", "in_progress", "solved", "beyond_local_capacity", "closed_unsolved"]
OPEN, IN_PROGRESS, SOLVED, BEYOND, CLOSED_UNSOLVED = range(5)
PROBLEM_NAMES = [problem for dimension in DIMENSIONS for problem in PROBLEMS[dimension]]
PROBLEM_START = np.cumsum([0, *(len(PROBLEMS[dimension]) for dimension in DIMENSIONS)])


@dataclass
class Needs:
    """One position a need; verified and closed days are negative where blank."""

    household: Ints
    dimension: Ints
    problem: Ints
    opened: Ints
    verified: Ints
    helped: Flags
    left_out: Flags
    status: Ints
    closed: Ints
    reason: Ints

    @property
    def count(self) -> int:
        return len(self.household)


def heaviest(
    rng: np.random.Generator, weights: NDArray[np.float64], number: int
) -> NDArray[np.intp]:
    """Weights → positions drawn without putting back, likelier where heavier.

    Efraimidis and Spirakis (2006): the largest of log(u) / weight. Weight 0 is never drawn
    while another is left.
    """
    if number == 0:
        return np.empty(0, dtype=np.intp)
    keys = np.log(rng.random(len(weights))) / np.maximum(weights, 1e-12)
    return np.sort(np.argpartition(-keys, number - 1)[:number])


def suspicious_district(rng: np.random.Generator, households: Households) -> int:
    """Households → the district, of middle size, that will record few needs."""
    sizes = np.bincount(households.district, minlength=len(households.villages.district_codes))
    return int(rng.choice(np.argsort(-sizes, kind="stable")[8:16]))


def draw_needs(rng: np.random.Generator, plan: Plan, households: Households) -> Needs:
    """Plan and households → needs, with exactly the planned bases and helped households.

    Base and helped count households that are not excluded by 30 Sep 2020.
    """
    count = households.count
    kept = households.excluded_day < 0
    few_needs = households.district == suspicious_district(rng, households)
    left_out = kept & (rng.random(count) < LEFT_OUT_SHARE)
    # Only who died or moved after some months of work had needs written down before.
    lost_later = ~kept & (households.excluded_day >= day("2020-02-01"))

    owners: list[NDArray[np.intp]] = []
    dimensions: list[NDArray[np.int32]] = []
    helped: list[Flags] = []
    for number, name in enumerate(DIMENSIONS):
        target = plan.dimensions[name]
        developable_weight, relief_weight = CLASS_WEIGHTS[name]
        weights = households.villages.tendency[name][households.village] * np.where(
            households.developable, developable_weight, relief_weight
        )
        weights = np.where(few_needs, weights * SUSPICIOUS_DISTRICT_WEIGHT, weights)
        weights = np.where(left_out, weights * (0.0 if name == "welfare" else 3.0), weights)
        chosen = heaviest(rng, np.where(kept, weights, 0.0), target.base_households)
        luck = rng.random(len(chosen)) - 2.0 * left_out[chosen]
        is_helped = np.zeros(len(chosen), dtype=bool)
        is_helped[np.argsort(-luck, kind="stable")[: target.helped_households]] = True
        lost = np.flatnonzero(lost_later & (rng.random(count) < target.base_households / count))
        owners += [chosen, lost]
        helped += [is_helped, rng.random(len(lost)) < 0.6]
        dimensions.append(np.full(len(chosen) + len(lost), number, dtype=np.int32))

    owner = np.concatenate(owners).astype(np.int32)
    dimension = np.concatenate(dimensions)
    is_helped = np.concatenate(helped)
    first_opened = seasonal_days(rng, np.full(len(owner), FIRST_DAY), OPENING_WEIGHTS)

    second = np.flatnonzero(rng.random(len(owner)) < SECOND_NEED_SHARE)
    second_opened = seasonal_days(rng, first_opened[second], SECOND_NEED_WEIGHTS)
    second_helped = is_helped[second] & (rng.random(len(second)) < 0.6)

    unverified = np.flatnonzero(kept & ~few_needs & (rng.random(count) < UNVERIFIED_SHARE))
    unverified_opened = seasonal_days(rng, np.full(len(unverified), FIRST_DAY), [1.0] * 11 + [0.5])

    needs_owner = np.concatenate([owner, owner[second], unverified.astype(np.int32)])
    needs_dimension = np.concatenate(
        [dimension, dimension[second], rng.integers(0, 5, len(unverified), dtype=np.int32)]
    )
    opened = np.concatenate([first_opened, second_opened, unverified_opened])
    needs_helped = np.concatenate([is_helped, second_helped, np.zeros(len(unverified), dtype=bool)])
    verified = np.minimum(days_between(rng, opened, opened + 21), LAST_DAY).astype(np.int32)
    if len(unverified):
        verified[-len(unverified) :] = NO_DATE

    # A household that left the programme keeps what was verified before it left.
    in_time = (verified < 0) | (verified <= last_day_of_work(households)[needs_owner])
    order = np.lexsort((opened[in_time], needs_dimension[in_time], needs_owner[in_time]))
    needs_owner = needs_owner[in_time][order]
    needs_dimension = needs_dimension[in_time][order]
    rows = len(needs_owner)
    problems = PROBLEM_START[needs_dimension + 1] - PROBLEM_START[needs_dimension]
    return Needs(
        household=needs_owner,
        dimension=needs_dimension,
        problem=(PROBLEM_START[needs_dimension] + np.floor(rng.random(rows) * problems)).astype(
            np.int32
        ),
        opened=opened[in_time][order],
        verified=verified[in_time][order],
        helped=needs_helped[in_time][order],
        left_out=left_out[needs_owner],
        status=np.zeros(rows, dtype=np.int32),
        closed=np.full(rows, NO_DATE),
        reason=np.full(rows, -1, dtype=np.int32),
    )


def needy_households(households: Households, needs: Needs) -> dict[str, Flags]:
    """Needs → for each dimension, which households have a verified need."""
    flags = {}
    for number, name in enumerate(DIMENSIONS):
        needy = np.zeros(households.count, dtype=bool)
        needy[needs.household[(needs.dimension == number) & (needs.verified >= 0)]] = True
        flags[name] = needy
    return flags


def write_needs(
    rng: np.random.Generator, directory: Path, needs: Needs, households: Households
) -> None:
    """Needs → needs.csv."""
    rows = needs.count
    verifier = rng.choice(4, rows, p=[0.7, 0.15, 0.1, 0.05])
    write_source(
        directory,
        "needs",
        rows,
        {
            "need_id": row_ids("N", rows),
            "household_id": labels(households.ids, needs.household),
            "dimension": labels(DIMENSIONS, needs.dimension),
            "problem": labels(PROBLEM_NAMES, needs.problem),
            "severity": numbers(rng.choice(np.arange(1, 4), rows, p=[0.3, 0.45, 0.25])),
            "opened_date": dates(needs.opened),
            "verified_date": dates(needs.verified),
            "verified_by": labels(VERIFIERS, np.where(needs.verified < 0, -1, verifier)),
            "status": labels(NEED_STATUSES, needs.status),
            "closed_date": dates(needs.closed),
            "unsolved_reason": labels(NEED_REASONS, needs.reason),
        },
    )
