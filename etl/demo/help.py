"""Synthetic help events: who gives which help to which need, and when."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import Ints, day, days_between, month_of, seasonal_days
from etl.demo.help_kinds import (
    IN_KIND,
    KIND_COUNT,
    KIND_START,
    KINDS,
    REPEAT_WITHIN_DAYS,
    give,
    keep_kinds_apart,
)
from etl.demo.help_payers import pay
from etl.demo.households import Households, last_day_of_work
from etl.demo.needs import Needs
from etl.demo.plan import DIMENSIONS
from etl.demo.vocabulary import FUND_SOURCES, inside_power, list_agencies
from etl.demo.writer import dates, labels, numbers, referring_ids, row_ids, write_source

# October to September. Farm inputs come before the rains; March and April 2020 stood still.
HELP_WEIGHTS = {
    "occupation": [1, 2, 3, 4, 5, 2, 3, 9, 9, 7, 6, 4],
    "education": [2, 4, 5, 4, 3, 1, 1, 6, 8, 6, 5, 3],
    "health": [3, 5, 6, 6, 5, 2, 2, 4, 6, 7, 6, 4],
    "housing": [0, 1, 3, 5, 5, 2, 1, 3, 5, 6, 7, 6],
    "welfare": [6, 9, 9, 7, 5, 2, 2, 4, 5, 5, 4, 2],
}
MEAN_HELPS_PER_HELPED_NEED = 1.75
REPEATED_SHARE = 0.015
HELP_STATUSES = ["planned", "in_progress", "completed", "cancelled"]
PLANNED, UNDER_WAY, COMPLETED, CANCELLED = range(4)


@dataclass
class HelpEvents:
    """One position a help event; need is a position among the needs.

    first_of_repeat and second_of_repeat are positions of events: another agency gave the same
    help again.
    """

    need: Ints
    kind: Ints
    fund: Ints
    agency: Ints
    value_baht: Ints
    in_kind: Ints
    date: Ints
    status: Ints
    first_of_repeat: Ints
    second_of_repeat: Ints

    @property
    def count(self) -> int:
        return len(self.need)


def seasonal_help_days(
    rng: np.random.Generator, dimension: NDArray[Any], not_before: NDArray[Any]
) -> Ints:
    """Dimensions and earliest days → a day of help each, in the season of its dimension."""
    days = np.zeros(len(dimension), dtype=np.int32)
    for number, name in enumerate(DIMENSIONS):
        rows = np.flatnonzero(dimension == number)
        weights = [weight + 0.01 for weight in HELP_WEIGHTS[name]]
        days[rows] = seasonal_days(rng, not_before[rows], weights)
    return days


def draw_first_and_further(
    rng: np.random.Generator, needs: Needs, last_day: Ints, mean_helps: float
) -> tuple[Ints, Ints, Ints]:
    """Needs → need, turn (0 the first) and day of every help on helped needs, before drop-outs."""
    helped = np.flatnonzero(needs.helped).astype(np.int32)
    first = seasonal_help_days(rng, needs.dimension[helped], needs.verified[helped])
    times = (1 + rng.poisson(max(mean_helps - 1, 0.0), len(helped))).astype(np.int32)
    event_need = np.repeat(np.arange(len(helped), dtype=np.int32), times)
    turn = (np.arange(len(event_need)) - np.repeat(np.cumsum(times) - times, times)).astype(
        np.int32
    )
    need = helped[event_need]
    when = first[event_need]
    further = np.flatnonzero(turn > 0)
    when[further] = seasonal_help_days(rng, needs.dimension[need[further]], when[further])
    in_time = when <= last_day[need]
    return need[in_time], turn[in_time], when[in_time]


def draw_help(
    rng: np.random.Generator,
    households: Households,
    needs: Needs,
    help_events_per_household: float | None,
) -> HelpEvents:
    """Needs → help events; every helped need of a household still in the programme gets one done.

    help_events_per_household, where given, sets the mean number of events a household.
    """
    last_day = last_day_of_work(households)[needs.household]
    mean_helps = MEAN_HELPS_PER_HELPED_NEED
    if help_events_per_household is not None:
        mean_helps = help_events_per_household * households.count / max(int(needs.helped.sum()), 1)
    need, turn, when = draw_first_and_further(rng, needs, last_day, mean_helps)
    status = np.full(len(need), COMPLETED, dtype=np.int32)
    luck = rng.random(len(need))
    further = turn > 0
    status[further & (luck < 0.05)] = CANCELLED
    status[further & (luck > 0.90) & (when >= day("2020-06-15"))] = UNDER_WAY
    status[further & (luck > 0.95) & (when >= day("2020-08-15"))] = PLANNED

    hopeful = np.flatnonzero(
        ~needs.helped & ~needs.left_out & (rng.random(needs.count) < 0.40)
    ).astype(np.int32)
    start = np.maximum(needs.opened[hopeful], needs.verified[hopeful])
    hoped_day = days_between(rng, start, np.maximum(start, last_day[hopeful]))
    hoped_status = rng.choice([PLANNED, UNDER_WAY, CANCELLED], len(hopeful), p=[0.45, 0.35, 0.20])
    hoped_ok = hoped_day <= last_day[hopeful]
    need = np.concatenate([need, hopeful[hoped_ok]])
    turn = np.concatenate([turn, np.zeros(int(hoped_ok.sum()), dtype=np.int32)])
    when = np.concatenate([when, hoped_day[hoped_ok]])
    status = np.concatenate([status, hoped_status[hoped_ok].astype(np.int32)])

    dimension = needs.dimension[need]
    # Needs of one household take the kinds in turn.
    start_kind = (needs.household[need].astype(np.int64) * 7 + need) % KIND_COUNT[dimension]
    kind = (KIND_START[dimension] + (start_kind + turn) % KIND_COUNT[dimension]).astype(np.int32)
    rainy = (dimension == 0) & (turn == 0) & np.isin(month_of(when), [6, 7, 8])
    kind[rainy & (rng.random(len(kind)) < 0.5)] = 0
    fund, agency = pay(rng, dimension)

    twice = np.flatnonzero((status == COMPLETED) & (rng.random(len(need)) < REPEATED_SHARE))
    room = np.minimum(last_day[need[twice]], when[twice] + REPEAT_WITHIN_DAYS - 1)
    twice_day = days_between(rng, when[twice], room)
    twice_fund, twice_agency = pay(rng, dimension[twice], agency[twice])
    until = when.copy()
    until[twice] = twice_day
    done = np.flatnonzero(status == COMPLETED)
    apart = keep_kinds_apart(
        needs.household[need[done]], dimension[done], when[done], until[done], kind[done]
    )
    kind[done] = np.where(apart < 0, kind[done], apart)
    # Who just had every kind of help gets no more of it, but no need loses its first help.
    status[done[(apart < 0) & (turn[done] > 0)]] = CANCELLED
    repeated = status[twice] == COMPLETED
    once = len(need)
    need = np.concatenate([need, need[twice]])
    kind = np.concatenate([kind, kind[twice]])
    when = np.concatenate([when, twice_day])
    status = np.concatenate([status, status[twice]])
    fund = np.concatenate([fund, twice_fund])
    agency = np.concatenate([agency, twice_agency])

    order = np.lexsort((when, need))
    position = np.empty(len(order), dtype=np.int32)
    position[order] = np.arange(len(order), dtype=np.int32)
    kind, status = kind[order], status[order]
    value, in_kind = give(rng, kind)
    return HelpEvents(
        need=need[order],
        kind=kind,
        fund=fund[order],
        agency=agency[order],
        value_baht=value,
        in_kind=in_kind,
        date=when[order].astype(np.int32),
        status=status,
        first_of_repeat=position[twice][repeated],
        second_of_repeat=position[once:][repeated],
    )


def write_help(directory: Path, needs: Needs, events: HelpEvents) -> None:
    """Help events → help.csv."""
    rows = events.count
    agencies = list_agencies()
    inside = inside_power()[events.agency]
    write_source(
        directory,
        "help",
        rows,
        {
            "help_id": row_ids("H", rows),
            "need_id": referring_ids("N", events.need, needs.count),
            "kind": labels([kind.name_th for kind in KINDS], events.kind),
            "agency_code": labels([agency.code for agency in agencies], events.agency),
            "fund_source": labels(FUND_SOURCES, events.fund),
            "value_baht": numbers(events.value_baht, events.value_baht < 0),
            "in_kind": labels(IN_KIND, events.in_kind),
            "power": labels(["inside", "outside"], (~inside).astype(np.int32)),
            "help_date": dates(events.date),
            "status": labels(HELP_STATUSES, events.status),
        },
    )
