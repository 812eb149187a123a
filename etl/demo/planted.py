"""The cases that a synthetic province-year was made to hold, for whoever looks for them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.demo.calendar_2563 import LAST_DAY
from etl.demo.duplicate_reviews import DuplicateReviews
from etl.demo.help import HelpEvents
from etl.demo.households import Flags, Households
from etl.demo.money import Incomes
from etl.demo.needs import Needs
from etl.demo.officers import Officials
from etl.demo.pairings import Pairings
from etl.demo.referrals import Referrals
from etl.demo.writer import referring_ids

IdPairs = frozenset[tuple[str, str]]
OVERLOADED_HOUSEHOLDS = 3


@dataclass(frozen=True, eq=False)
class PlantedHelp:
    """Ids of what was planted among the help events: pairs of events, households without any."""

    first_of_repeat: pa.Array
    second_of_repeat: pa.Array
    first_not_duplicate: pa.Array
    second_not_duplicate: pa.Array
    left_out: pa.Array


@dataclass(frozen=True, eq=False)
class Planted:
    """Ids of all planted cases as they stand in the files; sets are made when they are asked for.

    They are all the cases there are, but for one chance: the first help of a need repeats another
    where the household had every kind of help of the dimension in the month before. That takes
    very many help events a household.
    """

    among_help: PlantedHelp
    unpaired: pa.Array
    overloaded: pa.Array
    idle: pa.Array
    unanswered: pa.Array
    relapsed: pa.Array

    @cached_property
    def repeated_help(self) -> IdPairs:
        """Pairs of completed help of one kind, by two agencies, at most 30 days apart."""
        return pairs(self.among_help.first_of_repeat, self.among_help.second_of_repeat)

    @cached_property
    def reviewed_not_duplicate(self) -> IdPairs:
        """Those of repeated_help that were reviewed and found not to be a duplicate."""
        return pairs(self.among_help.first_not_duplicate, self.among_help.second_not_duplicate)

    @cached_property
    def left_out_households(self) -> frozenset[str]:
        """Households still in the programme with a verified need and no help event at all."""
        return frozenset(self.among_help.left_out.to_pylist())

    @cached_property
    def unpaired_households(self) -> frozenset[str]:
        """Households still in the programme that never had an officer."""
        return frozenset(self.unpaired.to_pylist())

    @cached_property
    def overloaded_officials(self) -> frozenset[str]:
        """Officers with three or more households on one day of the year."""
        return frozenset(self.overloaded.to_pylist())

    @cached_property
    def idle_officials(self) -> frozenset[str]:
        """Officers who never had a household."""
        return frozenset(self.idle.to_pylist())

    @cached_property
    def unanswered_referrals(self) -> frozenset[str]:
        """Referrals without an answer by the last day of the year."""
        return frozenset(self.unanswered.to_pylist())

    @cached_property
    def relapsed_households(self) -> frozenset[str]:
        """Households whose latest income is below the line after one at or above it."""
        return frozenset(self.relapsed.to_pylist())


def pairs(first: pa.Array, second: pa.Array) -> IdPairs:
    """Two columns of ids → pairs of them."""
    return frozenset(zip(first.to_pylist(), second.to_pylist(), strict=True))


def plant_help(
    households: Households, needs: Needs, events: HelpEvents, reviews: DuplicateReviews
) -> PlantedHelp:
    """Households, needs, help events and reviews → ids of what was planted among them."""
    cleared = ~reviews.is_duplicate
    left_out = np.zeros(households.count, dtype=bool)
    left_out[needs.household[needs.verified >= 0]] = True
    left_out[needs.household[events.need]] = False
    left_out &= households.excluded_day < 0
    return PlantedHelp(
        first_of_repeat=ids_at("H", events.first_of_repeat, events.count),
        second_of_repeat=ids_at("H", events.second_of_repeat, events.count),
        first_not_duplicate=ids_at("H", reviews.first[cleared], events.count),
        second_not_duplicate=ids_at("H", reviews.second[cleared], events.count),
        left_out=household_ids(households, left_out),
    )


def plant_all(
    among_help: PlantedHelp,
    households: Households,
    incomes: Incomes,
    officials: Officials,
    pairings: Pairings,
    referrals: Referrals,
) -> Planted:
    """What was planted among the help events, and the other records → all planted cases."""
    alone = households.excluded_day < 0
    alone[pairings.household] = False
    idle = np.ones(officials.count, dtype=bool)
    idle[pairings.official] = False
    overloaded = np.flatnonzero(most_at_once(officials, pairings) >= OVERLOADED_HOUSEHOLDS)
    unanswered = np.flatnonzero(referrals.answered < 0)
    return Planted(
        among_help=among_help,
        unpaired=household_ids(households, alone),
        overloaded=ids_at("O", overloaded, officials.count),
        idle=ids_at("O", np.flatnonzero(idle), officials.count),
        unanswered=ids_at("R", unanswered, referrals.count),
        relapsed=household_ids(households, incomes.relapsed),
    )


def most_at_once(officials: Officials, pairings: Pairings) -> NDArray[np.int64]:
    """Officers and pairings → the most households each officer had on one day."""
    after = np.where(pairings.last < 0, LAST_DAY, pairings.last) + 1
    official = np.concatenate([pairings.official, pairings.official])
    change = np.repeat([1, -1], pairings.count)
    order = np.lexsort((change, np.concatenate([pairings.first, after]), official))
    most = np.zeros(officials.count, dtype=np.int64)
    # Every pairing that begins also ends, so each officer's sum starts from nothing.
    np.maximum.at(most, official[order], np.cumsum(change[order]))
    return most


def ids_at(prefix: str, positions: NDArray[Any], rows: int) -> pa.Array:
    """Positions among the rows of a source → the ids of these rows."""
    return referring_ids(prefix, positions, rows)(0, len(positions))


def household_ids(households: Households, which: Flags) -> pa.Array:
    """A flag for each household → the ids of those it is set for."""
    return households.ids.filter(pa.array(which))
