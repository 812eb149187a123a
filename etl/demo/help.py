"""Synthetic help events, how needs end because of them, and what is referred upwards."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import (
    LAST_DAY,
    NO_DATE,
    Ints,
    day,
    days_between,
    month_of,
    seasonal_days,
)
from etl.demo.households import Households, last_day_of_work
from etl.demo.needs import BEYOND, CLOSED_UNSOLVED, IN_PROGRESS, SOLVED, Needs
from etl.demo.plan import DIMENSIONS
from etl.demo.vocabulary import (
    BEYOND_REASONS,
    EXCLUDED_REASON,
    FUND_SOURCES,
    FUND_WEIGHTS,
    HELP_KINDS,
    NEED_REASONS,
    UNSOLVED_REASONS,
    agencies_paying,
    inside_power,
    list_agencies,
)
from etl.demo.writer import dates, labels, numbers, referring_ids, row_ids, write_source

# October to September. Farm inputs come before the rains; March and April 2020 stood still.
HELP_WEIGHTS = {
    "occupation": [1, 2, 3, 4, 5, 2, 3, 9, 9, 7, 6, 4],
    "education": [2, 4, 5, 4, 3, 1, 1, 6, 8, 6, 5, 3],
    "health": [3, 5, 6, 6, 5, 2, 2, 4, 6, 7, 6, 4],
    "housing": [0, 1, 3, 5, 5, 2, 1, 3, 5, 6, 7, 6],
    "welfare": [6, 9, 9, 7, 5, 2, 2, 4, 5, 5, 4, 2],
}
SOLVED_SHARE = [0.55, 0.68, 0.60, 0.88, 0.95]
MEAN_HELPS_PER_HELPED_NEED = 1.75
DUPLICATE_SHARE = 0.015
DUPLICATE_WITHIN_DAYS = 29
HELP_STATUSES = ["planned", "in_progress", "completed", "cancelled"]
PLANNED, UNDER_WAY, COMPLETED, CANCELLED = range(4)
KINDS = [kind for dimension in DIMENSIONS for kind in HELP_KINDS[dimension]]
KIND_COUNT = np.array([len(HELP_KINDS[dimension]) for dimension in DIMENSIONS])
KIND_START = np.cumsum([0, *KIND_COUNT])
IN_KIND = [kind.in_kind_th for kind in KINDS if kind.in_kind_th is not None]
DISTRICT_FUND = FUND_SOURCES.index("district_fund")


@dataclass
class HelpEvents:
    """One position a help event; need is a position among the needs."""

    need: Ints
    kind: Ints
    fund: Ints
    agency: Ints
    value_baht: Ints
    in_kind: Ints
    date: Ints
    status: Ints

    @property
    def count(self) -> int:
        return len(self.need)


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
    # Needs of one household take the kinds in turn, so a repeat within 30 days is rare by chance.
    start_kind = (needs.household[need].astype(np.int64) * 7 + need) % KIND_COUNT[dimension]
    kind = (KIND_START[dimension] + (start_kind + turn) % KIND_COUNT[dimension]).astype(np.int32)
    rainy = (dimension == 0) & (turn == 0) & np.isin(month_of(when), [6, 7, 8])
    kind[rainy & (rng.random(len(kind)) < 0.5)] = 0
    fund, agency = pay(rng, dimension)

    twice = np.flatnonzero((status == COMPLETED) & (rng.random(len(need)) < DUPLICATE_SHARE))
    room = np.minimum(last_day[need[twice]], when[twice] + DUPLICATE_WITHIN_DAYS)
    twice_day = days_between(rng, when[twice], room)
    twice_fund, twice_agency = pay(rng, dimension[twice], agency[twice])
    need = np.concatenate([need, need[twice]])
    kind = np.concatenate([kind, kind[twice]])
    when = np.concatenate([when, twice_day])
    status = np.concatenate([status, status[twice]])
    fund = np.concatenate([fund, twice_fund])
    agency = np.concatenate([agency, twice_agency])

    order = np.lexsort((when, need))
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
    )


def give(rng: np.random.Generator, kind: Ints) -> tuple[Ints, Ints]:
    """Kinds of help → value in baht (-1 where only in kind) and position of what is given."""
    least = np.array([each.least_baht for each in KINDS])[kind]
    most = np.array([each.most_baht for each in KINDS])[kind]
    value = np.round((least + rng.random(len(kind)) ** 2 * (most - least)) / 50) * 50
    positions = []
    goods = 0
    for each in KINDS:
        positions.append(goods if each.in_kind_th is not None else -1)
        goods += each.in_kind_th is not None
    in_kind = np.array(positions, dtype=np.int32)[kind]
    only_goods = (in_kind >= 0) & (rng.random(len(kind)) < 0.45)
    return np.where(only_goods, -1, value).astype(np.int32), in_kind


def settle_needs(
    rng: np.random.Generator, households: Households, needs: Needs, events: HelpEvents
) -> None:
    """Needs and help events → the latest status of each need, in place."""
    last_day = last_day_of_work(households)[needs.household]
    done = events.status == COMPLETED
    last_done = np.full(needs.count, NO_DATE)
    np.maximum.at(last_done, events.need[done], events.date[done])
    has_done = last_done >= 0
    started = np.zeros(needs.count, dtype=bool)
    started[events.need[events.status == UNDER_WAY]] = True
    needs.status[has_done | started] = IN_PROGRESS

    closing = last_done + rng.integers(0, 46, needs.count)
    share = np.array(SOLVED_SHARE)[needs.dimension]
    solved = has_done & (rng.random(needs.count) < share) & (closing <= last_day)
    needs.status[solved] = SOLVED
    needs.closed[solved] = closing[solved]
    # Nothing stays planned or under way on a need that is already solved.
    events.status[(events.status != COMPLETED) & solved[events.need]] = CANCELLED

    reasons = {reason: position for position, reason in enumerate(NEED_REASONS)}
    waiting = ~has_done & (needs.verified >= 0) & (needs.verified <= day("2020-06-30"))
    luck = rng.random(needs.count)
    beyond = waiting & (luck < np.array([0.15, 0.2, 0.3, 0.45, 0.0])[needs.dimension])
    needs.status[beyond] = BEYOND
    needs.reason[beyond] = rng.integers(0, len(BEYOND_REASONS), int(beyond.sum()))
    unsolved = waiting & ~beyond & ~needs.left_out & (luck > 0.93)
    closing = days_between(rng, needs.verified, last_day)
    needs.status[unsolved] = CLOSED_UNSOLVED
    needs.closed[unsolved] = closing[unsolved]
    needs.reason[unsolved] = reasons[UNSOLVED_REASONS[0]] + rng.integers(
        0, len(UNSOLVED_REASONS), int(unsolved.sum())
    )
    gone = (households.excluded_day[needs.household] >= 0) & ~solved
    needs.status[gone] = CLOSED_UNSOLVED
    needs.closed[gone] = last_day[gone]
    needs.reason[gone] = reasons[EXCLUDED_REASON]
    ended = np.isin(needs.status, [BEYOND, CLOSED_UNSOLVED])
    events.status[(events.status != COMPLETED) & ended[events.need]] = CANCELLED


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


def write_referrals(rng: np.random.Generator, directory: Path, needs: Needs) -> None:
    """Needs → referrals.csv: each need beyond the district, and a few others, on its way up."""
    beyond = needs.status == BEYOND
    others = (needs.verified >= 0) & np.isin(needs.status, [IN_PROGRESS, SOLVED])
    others &= (needs.verified <= day("2020-05-31")) & (rng.random(needs.count) < 0.02)
    to_district = np.flatnonzero(beyond | others)
    first = np.minimum(
        needs.verified[to_district] + rng.integers(3, 30, len(to_district)), LAST_DAY
    )
    first_end = np.minimum(first + rng.integers(7, 40, len(to_district)), LAST_DAY)
    to_province = np.flatnonzero(beyond[to_district] & (rng.random(len(to_district)) < 0.8))
    second = np.minimum(first_end[to_province] + rng.integers(0, 10, len(to_province)), LAST_DAY)
    second_end = second + rng.integers(20, 120, len(to_province))
    answered = (rng.random(len(to_province)) < 0.4) & (second_end <= LAST_DAY)
    to_ministry = np.flatnonzero(answered & (rng.random(len(to_province)) < 0.3))
    third = second_end[to_ministry]

    need = np.concatenate(
        [to_district, to_district[to_province], to_district[to_province][to_ministry]]
    )
    step = np.repeat([0, 1, 2], [len(to_district), len(to_province), len(to_ministry)])
    opened = np.concatenate([first, second, third])
    answer = np.concatenate(
        [first_end, np.where(answered, second_end, NO_DATE), np.full(len(third), NO_DATE)]
    )
    closed = np.where((step == 0) | (rng.random(len(step)) < 0.5), answer, NO_DATE)
    order = np.lexsort((step, need))
    need, step = need[order].astype(np.int32), step[order]
    write_source(
        directory,
        "referrals",
        len(need),
        {
            "referral_id": row_ids("R", len(need)),
            "need_id": referring_ids("N", need, needs.count),
            "from_holder": labels(["village", "district", "province"], step),
            "to_holder": labels(["district", "province", "ministry"], step),
            "opened_date": dates(opened[order]),
            "answered_date": dates(answer[order]),
            "closed_date": dates(closed[order]),
        },
    )
