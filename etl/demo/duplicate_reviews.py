"""What synthetic reviewers found about help of one kind that was given twice."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from etl.demo.calendar_2563 import LAST_DAY, Ints, days_between
from etl.demo.help import HelpEvents
from etl.demo.households import Flags, Households
from etl.demo.needs import Needs
from etl.demo.plan import DIMENSIONS
from etl.demo.vocabulary import REVIEW_REASONS, REVIEWERS
from etl.demo.writer import dates, labels, referring_ids, write_source

REVIEWED_SHARE = 1 / 6
DUPLICATE_SHARE = 0.2
DAYS_TO_REVIEW = (3, 45)
OTHER_GOODS, OTHER_PERSON, IN_PARTS, UNCOORDINATED = range(4)


@dataclass
class DuplicateReviews:
    """One position a review; first and second are positions among the help events."""

    first: Ints
    second: Ints
    is_duplicate: Flags
    reason: Ints
    reviewer: Ints
    date: Ints

    @property
    def count(self) -> int:
        return len(self.first)


def draw_duplicate_reviews(
    rng: np.random.Generator, households: Households, needs: Needs, events: HelpEvents
) -> DuplicateReviews:
    """Repeats of help → reviews of a sixth of them, most found to be no duplicate.

    Only what happened early enough to be reviewed within the fiscal year is.
    """
    repeats = len(events.first_of_repeat)
    in_time = np.flatnonzero(events.date[events.second_of_repeat] + DAYS_TO_REVIEW[0] <= LAST_DAY)
    chosen = np.sort(rng.permutation(in_time)[: round(repeats * REVIEWED_SHARE)])
    first, second = events.first_of_repeat[chosen], events.second_of_repeat[chosen]
    rows = len(chosen)
    is_duplicate = np.zeros(rows, dtype=bool)
    is_duplicate[rng.permutation(rows)[: round(rows * DUPLICATE_SHARE)]] = True

    need = events.need[first]
    goods = (events.in_kind[first] >= 0) & (rng.random(rows) < 0.7)
    # A house is one for all who live in it.
    shared = needs.dimension[need] == DIMENSIONS.index("housing")
    several = (households.members_persons[needs.household[need]] > 1) & ~shared
    reason = np.where(several & (rng.random(rows) < 0.6), OTHER_PERSON, IN_PARTS)
    reason = np.where(goods, OTHER_GOODS, reason)
    earliest = events.date[second] + DAYS_TO_REVIEW[0]
    latest = np.minimum(events.date[second] + DAYS_TO_REVIEW[1], LAST_DAY)
    return DuplicateReviews(
        first=first,
        second=second,
        is_duplicate=is_duplicate,
        reason=np.where(is_duplicate, UNCOORDINATED, reason).astype(np.int32),
        reviewer=(rng.random(rows) < 0.25).astype(np.int32),
        date=days_between(rng, earliest, latest),
    )


def write_duplicate_reviews(directory: Path, events: HelpEvents, reviews: DuplicateReviews) -> None:
    """Reviews → duplicate_reviews.csv; where there is none no file, for an empty one is refused."""
    if not reviews.count:
        return
    write_source(
        directory,
        "duplicate_reviews",
        reviews.count,
        {
            "first_help_id": referring_ids("H", reviews.first, events.count),
            "second_help_id": referring_ids("H", reviews.second, events.count),
            "verdict": labels(
                ["not_duplicate", "duplicate"], reviews.is_duplicate.astype(np.int32)
            ),
            "reason": labels(REVIEW_REASONS, reviews.reason),
            "reviewed_by": labels(REVIEWERS, reviews.reviewer),
            "reviewed_date": dates(reviews.date),
        },
    )
