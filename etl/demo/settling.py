"""How synthetic needs end because of the help they got, or did not get."""

import numpy as np

from etl.demo.calendar_2563 import NO_DATE, day, days_between
from etl.demo.help import CANCELLED, COMPLETED, UNDER_WAY, HelpEvents
from etl.demo.households import Households, last_day_of_work
from etl.demo.needs import BEYOND, CLOSED_UNSOLVED, IN_PROGRESS, SOLVED, Needs
from etl.demo.vocabulary import BEYOND_REASONS, EXCLUDED_REASON, NEED_REASONS, UNSOLVED_REASONS

SOLVED_SHARE = [0.55, 0.68, 0.60, 0.88, 0.95]


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
