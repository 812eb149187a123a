"""Officers, their households and reports a second time: plain loops over the files."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.planted_cases import LAST_DAY, idle_officials, in_programme, rows_of

MOST_HOUSEHOLDS, GAP_DAYS = 2, 60


class OfficersReference:
    """Officers, households and reports as their files tell of them."""

    def __init__(self, directory: Path) -> None:
        self.households = rows_of(directory, "households")
        self.officials = rows_of(directory, "officials")
        self.pairings = rows_of(directory, "pairings")
        self.reports = rows_of(directory, "reports")
        self.visits = rows_of(directory, "visits")
        self.kept = in_programme(self.households)
        self.district = {row["household_id"]: row["village_code"][:4] for row in self.households}

    def officer_now(self) -> dict[str, tuple[str, str]]:
        """Household → the first day and the officer of the pairing that holds on the last day."""
        found: dict[str, tuple[str, str]] = {}
        for row in sorted(self.pairings, key=lambda row: (row["from_date"], row["pairing_id"])):
            if row["from_date"] <= LAST_DAY <= (row["to_date"] or LAST_DAY):
                found[row["household_id"]] = row["from_date"], row["official_id"]
        return found

    def load(self) -> Counter[str]:
        """Officer → households on the last day."""
        pairs = {
            (row["official_id"], row["household_id"])
            for row in self.pairings
            if row["from_date"] <= LAST_DAY <= (row["to_date"] or LAST_DAY)
        }
        return Counter(official for official, _ in pairs)

    def gap_days(self) -> dict[str, int | None]:
        """Household of the programme → days since it was seen, or since it has its officer."""
        last = {row["household_id"]: "" for row in self.households}
        for row in self.visits:
            if row["visit_date"] <= LAST_DAY:
                last[row["household_id"]] = max(last[row["household_id"]], row["visit_date"])
        now, end = self.officer_now(), date.fromisoformat(LAST_DAY)
        since = {each: last[each] or now.get(each, ("", ""))[0] for each in self.kept}
        return {
            each: (end - date.fromisoformat(day)).days if day else None
            for each, day in since.items()
        }

    def report_days(self) -> dict[tuple[str, str], str]:
        """Officer and month → the day a report came in; months with no report at all left out."""
        return {
            (row["official_id"], row["report_month"][:7]): row["received_date"]
            for row in self.reports
        }

    def due(self) -> set[tuple[str, str]]:
        """Officers and months, of which reports were collected, with a household for a day."""
        collected = {row["report_month"][:7] for row in self.reports}
        found = set()
        for row in self.pairings:
            for month in collected:
                first, last = (
                    f"{month}-01",
                    f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}",
                )
                if row["from_date"] <= last and first <= (row["to_date"] or last):
                    found.add((row["official_id"], month))
        return found

    def on_time(self, month: str, day: str) -> bool:
        following = date(int(month[:4]) + int(month[5:]) // 12, int(month[5:]) % 12 + 1, 10)
        return day <= following.isoformat()

    def officers_of(self, view: str, month: str) -> set[str]:
        every = {row["official_id"] for row in self.officials}
        load, sent, due = self.load(), self.report_days(), self.due()
        found: dict[str, Iterator[str]] = {
            "officers": iter(every),
            "overloaded": (each for each in every if load[each] > MOST_HOUSEHOLDS),
            "idle": (each for each in every if not load[each]),
            "never": iter(idle_officials(self.officials, self.pairings)),
            "due": (who for who, at in due if at == month),
            "received": (who for who, at in sent if at == month),
            "on_time": (
                who
                for who, at in due
                if at == month and (who, at) in sent and self.on_time(at, sent[who, at])
            ),
            "not_on_time": (
                who
                for who, at in due
                if at == month and not ((who, at) in sent and self.on_time(at, sent[who, at]))
            ),
        }
        return set(found[view])

    def reports_of(self, view: str) -> set[tuple[str, str]]:
        """Officers and months whose report came late, or is missing."""
        sent, due = self.report_days(), self.due()
        if view == "missing":
            return due - sent.keys()
        return {each for each in due & sent.keys() if not self.on_time(each[1], sent[each])}

    def households_of(self, view: str, month: str) -> set[str]:
        now, gaps = self.officer_now(), self.gap_days()
        visited = {r["household_id"] for r in self.visits if r["visit_date"].startswith(month)}
        return {
            each
            for each in self.kept
            if {
                "households": True,
                "paired": each in now,
                "unpaired": each not in now,
                "gaps": gaps[each] is None or (gaps[each] or 0) > GAP_DAYS,
                "not_visited": each not in visited,
            }[view]
        }
