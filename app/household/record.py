"""Everything that is recorded of one household by the end of a month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.access import household_count, household_rows
from app.left_behind.filters import month_end
from app.warehouse import Row


@dataclass(frozen=True)
class Record:
    """One household's records, each list in order of day.

    day is the last one of the month, and nothing later is told, but that a need's status, and that
    an agency has taken the needs of a dimension, are the latest known. dimensions are those with a
    verified need, and any, as the indicators count them.
    """

    day: date
    profile: Row
    members: Sequence[Row]
    dimensions: Mapping[str, Row]
    needs: Sequence[Row]
    help: Sequence[Row]
    referrals: Sequence[Row]
    visits: Sequence[Row]
    incomes: Sequence[Row]
    pairings: Sequence[Row]

    def help_of(self, need: Row) -> list[Row]:
        """The help events that answer a need."""
        return [each for each in self.help if each["need_id"] == need["need_id"]]

    def referrals_of(self, need: Row) -> list[Row]:
        """The referrals of a need."""
        return [each for each in self.referrals if each["need_id"] == need["need_id"]]

    def is_open(self, need: Row) -> bool:
        """Was a need not closed by the day?"""
        return need["closed_date"] is None or need["closed_date"] > self.day

    @property
    def pairing(self) -> Row | None:
        """The pairing of the day, the later one where two overlap; None where there is none."""
        current = [each for each in self.pairings if each["to_date"] in (None, self.day)]
        return current[-1] if current else None

    @property
    def has_relapsed(self) -> bool:
        """Is the latest income below its line after an earlier one that reached it?"""
        reached = [
            each["income_baht_per_person_year"] >= each["line_baht"]
            for each in self.incomes
            if each["line_baht"] is not None
        ]
        return bool(reached) and not reached[-1] and any(reached)


def is_household(build_id: str, household_id: str) -> bool:
    """Is there a household of this id? Raises PermissionError as app.access does."""
    return household_count(build_id, "household_exists", household_id=household_id) == 1


def record_of(build_id: str, household_id: str, month: str) -> Record:
    """A household and a month such as 2020-09 → its records.

    Raises LookupError where no household has the id, and PermissionError as app.access does.
    """
    of_household = {"household_id": household_id}
    day = month_end(month)
    until: dict[str, Any] = {**of_household, "month_end": day}
    profiles = household_rows(build_id, "household_record", **of_household)
    if not profiles:
        raise LookupError(household_id)
    return Record(
        day=day,
        profile=profiles[0],
        members=household_rows(build_id, "household_members", **of_household),
        dimensions={
            row["dimension"]: row
            for row in household_rows(build_id, "household_dimensions", **until)
        },
        needs=household_rows(build_id, "household_needs", **until),
        help=household_rows(build_id, "household_help", **until),
        referrals=household_rows(build_id, "household_referrals", **until),
        visits=household_rows(build_id, "household_visits", **until),
        incomes=household_rows(build_id, "household_incomes", **until),
        pairings=household_rows(build_id, "household_pairings", **until),
    )
