"""The list of open needs a second time: plain loops over the source files."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from app.left_behind.filters import UNKNOWN, Wanted
from tests.planted_cases import relapsed_households
from tests.reference import DIMENSIONS, Row, last_day
from tests.reference_service import ServiceReference

AGES = {
    "0-30": range(31),
    "31-90": range(31, 91),
    "91-180": range(91, 181),
    "181-": range(181, 9999),
    "31-": range(31, 9999),
    "91-": range(91, 9999),
}
OpenNeed = tuple[str, str, int]  # household, dimension, days


@dataclass(frozen=True)
class OpenNeedsReference:
    """The same folder that Reference reads."""

    directory: Path

    @cached_property
    def service(self) -> ServiceReference:
        return ServiceReference(self.directory)

    @cached_property
    def assigned(self) -> set[tuple[str, str]]:
        """Household and dimension of a verified need, or any, with help that was not cancelled."""
        needs = {row["need_id"]: row for row in self.service.facts.rows("needs")}
        found = set()
        for row in self.service.facts.rows("help"):
            need = needs[row["need_id"]]
            key = need["household_id"], need["dimension"]
            if row["status"] != "cancelled" and key in self.gravest:
                found |= {key, (need["household_id"], "any")}
        return found

    @cached_property
    def gravest(self) -> dict[tuple[str, str], Row]:
        """Household and dimension, also any → the verified need that speaks for it."""
        verified: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.service.facts.rows("needs"):
            if row["verified_date"]:
                verified[row["household_id"], row["dimension"]].append(row)
        found = {
            key: max(
                rows, key=lambda row: (row["status"] != "solved", row["severity"], row["need_id"])
            )
            for key, rows in verified.items()
        }
        for household in {household for household, _ in verified}:
            own = [found[household, each] for each in DIMENSIONS if (household, each) in found]
            found[household, "any"] = max(
                own, key=lambda row: (row["status"] != "solved", row["severity"], row["dimension"])
            )
        return found

    def fits(self, household: str, wanted: Wanted) -> bool:
        """Does a household have the class, place and vulnerability that are wanted?"""
        row = self.service.facts.households[household]
        if not row["village_code"].startswith(wanted.area_code):
            return False
        if wanted.household_class and row["household_class"] != wanted.household_class:
            return False
        if not wanted.vulnerability:
            return True
        flag = wanted.vulnerability.removesuffix(UNKNOWN)
        answer = self.service.composition(household)[flag]
        return answer is None if flag != wanted.vulnerability else answer is True

    def open_needs(self, wanted: Wanted) -> set[OpenNeed]:
        """What is wanted → its needs with the days since each was verified."""
        end = last_day(wanted.month)
        found = set()
        for (household, dimension), days in self.service.needs.items():
            if dimension != wanted.need and (wanted.need or dimension == "any"):
                continue
            if days.need > end or (days.solved and days.solved <= end):
                continue
            helped = bool(days.help) and days.help <= end
            stands = {
                "waiting": not helped,
                "open": helped,
                "unassigned": (household, dimension) not in self.assigned,
            }
            waited = (date.fromisoformat(end) - date.fromisoformat(days.need)).days
            if not stands[wanted.state] or (wanted.age and waited not in AGES[wanted.age]):
                continue
            if wanted.severity not in ("", self.gravest[household, dimension]["severity"]):
                continue
            if self.fits(household, wanted):
                found.add((household, dimension, waited))
        return found

    def relapsed(self, wanted: Wanted) -> set[str]:
        """What is wanted → households in the programme that fell back below the line."""
        fallen = relapsed_households(self.service.facts.rows("incomes"))
        return {
            household
            for household in fallen & self.service.facts.kept.keys()
            if self.fits(household, wanted)
        }


def as_open_need(row: dict[str, Any]) -> OpenNeed:
    """A row of the list → what the reference tells of it."""
    return row["household_id"], row["dimension"], row["days"]
