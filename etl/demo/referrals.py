"""Synthetic referrals: what is beyond the village goes up, and who has answered."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from etl.demo.calendar_2563 import LAST_DAY, NO_DATE, Ints, day
from etl.demo.needs import BEYOND, IN_PROGRESS, SOLVED, Needs
from etl.demo.writer import dates, labels, referring_ids, row_ids, write_source


@dataclass
class Referrals:
    """One position a referral; need is a position among the needs, step counts from the village.

    Answered and closed days are negative where blank.
    """

    need: Ints
    step: Ints
    opened: Ints
    answered: Ints
    closed: Ints

    @property
    def count(self) -> int:
        return len(self.need)


def draw_referrals(rng: np.random.Generator, needs: Needs) -> Referrals:
    """Needs → referrals: each need beyond the district, and a few others, on its way up."""
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
    return Referrals(
        need=need[order].astype(np.int32),
        step=step[order].astype(np.int32),
        opened=opened[order].astype(np.int32),
        answered=answer[order].astype(np.int32),
        closed=closed[order].astype(np.int32),
    )


def write_referrals(directory: Path, needs: Needs, referrals: Referrals) -> None:
    """Referrals → referrals.csv."""
    write_source(
        directory,
        "referrals",
        referrals.count,
        {
            "referral_id": row_ids("R", referrals.count),
            "need_id": referring_ids("N", referrals.need, needs.count),
            "from_holder": labels(["village", "district", "province"], referrals.step),
            "to_holder": labels(["district", "province", "ministry"], referrals.step),
            "opened_date": dates(referrals.opened),
            "answered_date": dates(referrals.answered),
            "closed_date": dates(referrals.closed),
        },
    )
