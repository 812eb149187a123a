"""Each indicator a second time: plain loops over the source files, no SQL, nothing of etl."""

import csv
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import floor
from pathlib import Path

from tests.reference_mpi import TPMAP_LEVELS, mpi_facts

Row = dict[str, str]
Fact = tuple[str, str, str]  # area, month (2019-10-01), group
Facts = dict[Fact, tuple[int, int | None]]

DIMENSIONS = ["occupation", "education", "health", "housing", "welfare"]
EXCLUSIONS = ["died", "moved", "not_found", "declined"]
INCOME_LINES = [(2007, 2011, 23_000), (2012, 2016, 30_000), (2017, 2021, 38_000)]
TPMAP_COLUMNS = {
    "tpmap_target_poor": "poor.JPT.MOFval.CNT",
    "tpmap_health": "poor.JPT.MOFval.health",
    "tpmap_living": "poor.JPT.MOFval.living",
    "tpmap_education": "poor.JPT.MOFval.education",
    "tpmap_income": "poor.JPT.MOFval.income",
    "tpmap_access": "poor.JPT.MOFval.accessibility",
}


def read_rows(path: Path) -> list[Row]:
    """A CSV file → its rows as texts."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def month_of(day: str) -> str:
    """2019-10-17 or 2019-10 → 2019-10-01."""
    return f"{day[:7]}-01"


def month_after(month: str) -> str:
    """2019-12-01 → 2020-01-01."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12}-{number % 12 + 1:02}-01"


def last_day(month: str) -> str:
    """2020-02-01 → 2020-02-29."""
    return f"{month[:7]}-{monthrange(int(month[:4]), int(month[5:7]))[1]}"


def income_figure(indicator: str, row: Row) -> int:
    """What one household with this latest income adds to an indicator's numerator."""
    year, income = int(row["bmn_year"]), float(row["income_baht_per_person_year"])
    line = next(baht for first, last, baht in INCOME_LINES if first <= year <= last)
    gap = (line - income) / line if income < line else 0
    return {
        "income_at_or_above_line": int(income >= line),
        "income_poverty_headcount": int(income < line),
        "income_poverty_gap": floor(1_000_000 * gap + 0.5),
        "income_poverty_severity": floor(1_000_000 * gap * gap + 0.5),
    }[indicator]


@dataclass(frozen=True)
class Reference:
    """The indicators of a folder with <source>/<source>.csv and tpmap_open/ in it."""

    directory: Path

    def rows(self, source: str) -> list[Row]:
        return read_rows(self.directory / source / f"{source}.csv")

    @cached_property
    def households(self) -> dict[str, Row]:
        return {row["household_id"]: row for row in self.rows("households")}

    @cached_property
    def exclusion(self) -> dict[str, str]:
        """Household → reason, for those left out."""
        reasons = {}
        for household, row in self.households.items():
            if row["status"] != "found":
                reasons[household] = row["status"]
            elif row["wants_help"] == "false":
                reasons[household] = "declined"
        return reasons

    @cached_property
    def kept(self) -> dict[str, str]:
        """Household → village, for those not left out."""
        return {
            household: row["village_code"]
            for household, row in self.households.items()
            if household not in self.exclusion
        }

    @cached_property
    def months(self) -> list[str]:
        days = [row["visit_date"] for row in self.rows("visits")]
        days += [row["help_date"] for row in self.rows("help")]
        for row in self.rows("needs"):
            days += [row["opened_date"], row["verified_date"], row["closed_date"]]
        for row in self.rows("pairings"):
            days += [row["from_date"], row["to_date"]]
        for row in self.rows("reports"):
            days += [month_of(row["report_month"]), row["received_date"]]
        known = [day for day in days if day]
        months = [month_of(min(known))]
        while months[-1] < month_of(max(known)):
            months.append(month_after(months[-1]))
        return months

    def facts(self, indicator: str) -> Facts:
        """Numerator and denominator of the finest areas; TPMAP's at each published level.

        Raises KeyError for an indicator that is not known here.
        """
        if indicator.startswith("tpmap_"):
            return self.tpmap(indicator)
        if indicator.startswith("mpi_"):
            return mpi_facts(self.directory / "tpmap_open", indicator)
        if indicator.startswith("income_"):
            return self.incomes(indicator)
        if indicator.endswith(("_need", "_helped", "_solved")):
            dimension, _, kind = indicator.rpartition("_")
            return self.progress(dimension, kind)
        return {
            "target_households": self.target_households,
            "excluded_households": self.excluded_households,
            "households_visited": self.households_visited,
            "reports_received": self.reports_received,
            "reports_on_time": self.reports_on_time,
        }[indicator]()

    def progress(self, dimension: str, kind: str) -> Facts:
        needs = {row["need_id"]: row for row in self.rows("needs")}
        wanted = DIMENSIONS if dimension == "any" else [dimension]
        need_day: dict[tuple[str, str], str] = {}
        helped_day: dict[tuple[str, str], str] = {}
        closed_day: dict[tuple[str, str], str] = {}
        unsolved = set()
        for row in needs.values():
            key = (row["household_id"], row["dimension"])
            if not row["verified_date"]:
                continue
            need_day[key] = min(need_day.get(key, "9999"), row["verified_date"])
            closed_day[key] = max(closed_day.get(key, ""), row["closed_date"])
            if row["status"] != "solved":
                unsolved.add(key)
        for row in self.rows("help"):
            need = needs[row["need_id"]]
            key = (need["household_id"], need["dimension"])
            if row["status"] == "completed" and key in need_day:
                counted = max(row["help_date"], need_day[key])
                helped_day[key] = min(helped_day.get(key, "9999"), counted)

        facts: Facts = {}
        of_village: dict[str, list[str]] = {}
        for household, village in self.kept.items():
            of_village.setdefault(village, []).append(household)
        for village, month in self.everywhere():
            end = last_day(month)
            count = {"need": 0, "helped": 0, "solved": 0}
            for household in of_village.get(village, []):
                keys = [(household, each) for each in wanted if (household, each) in need_day]
                if not any(need_day[key] <= end for key in keys):
                    continue
                count["need"] += 1
                count["helped"] += any(helped_day.get(key, "9999") <= end for key in keys)
                count["solved"] += all(
                    key not in unsolved and max(closed_day[key], need_day[key]) <= end
                    for key in keys
                )
            base = len(of_village.get(village, [])) if kind == "need" else count["need"]
            facts[village, month, "all"] = (count[kind], base)
        return facts

    def everywhere(self) -> Iterator[tuple[str, str]]:
        for village in sorted({row["village_code"] for row in self.households.values()}):
            for month in self.months:
                yield village, month

    def count_by_village(self, households: Iterable[str]) -> dict[str, int]:
        counts: dict[str, int] = {}
        for household in households:
            village = self.households[household]["village_code"]
            counts[village] = counts.get(village, 0) + 1
        return counts

    def target_households(self) -> Facts:
        everyone = self.count_by_village(self.households)
        facts: Facts = {}
        for group in ("all", "developable", "relief"):
            counts = self.count_by_village(
                household
                for household, row in self.households.items()
                if group in ("all", row["household_class"])
            )
            for village, month in self.everywhere():
                facts[village, month, group] = (counts.get(village, 0), everyone[village])
        return facts

    def excluded_households(self) -> Facts:
        everyone = self.count_by_village(self.households)
        facts: Facts = {}
        for group in ("all", *EXCLUSIONS):
            for month in self.months:
                counts = self.count_by_village(
                    household
                    for household, reason in self.exclusion.items()
                    if group in ("all", reason)
                    and self.households[household]["status_date"] <= last_day(month)
                )
                for village, listed in everyone.items():
                    facts[village, month, group] = (counts.get(village, 0), listed)
        return facts

    def incomes(self, indicator: str) -> Facts:
        rows = sorted(self.rows("incomes"), key=lambda row: row["recorded_date"])
        facts: Facts = {}
        for month in self.months:
            latest = {}
            for row in rows:
                if row["household_id"] in self.kept and row["recorded_date"] <= last_day(month):
                    latest[row["household_id"]] = row
            totals: dict[str, int] = {}
            for household, row in latest.items():
                village = self.kept[household]
                totals[village] = totals.get(village, 0) + income_figure(indicator, row)
            for village, known in self.count_by_village(latest).items():
                facts[village, month, "all"] = (totals[village], known)
        return facts

    def households_visited(self) -> Facts:
        kept = self.count_by_village(self.kept)
        visits = self.rows("visits")
        facts: Facts = {}
        for month in self.months:
            seen = {row["household_id"] for row in visits if month_of(row["visit_date"]) == month}
            counts = self.count_by_village(seen & self.kept.keys())
            for village, households in kept.items():
                facts[village, month, "all"] = (counts.get(village, 0), households)
        return facts

    def officers_due(self, month: str) -> set[str]:
        return {
            row["official_id"]
            for row in self.rows("pairings")
            if row["from_date"] <= last_day(month) and (row["to_date"] or "9999") >= month
        }

    def reports(self, on_time_only: bool) -> Facts:
        district = {row["official_id"]: row["district_code"] for row in self.rows("officials")}
        facts: Facts = {}
        for month in self.months:
            received = {
                row["official_id"]: row["received_date"]
                for row in self.rows("reports")
                if month_of(row["report_month"]) == month
            }
            if not received:
                continue
            due = self.officers_due(month)
            limit = month_after(month)[:8] + "10"
            counted = set(received)
            if on_time_only:
                counted = {each for each in due if received.get(each, "9999") <= limit}
            for code in set(district.values()):
                facts[code, month, "all"] = (
                    sum(district[each] == code for each in counted),
                    sum(district[each] == code for each in due),
                )
        return facts

    def reports_received(self) -> Facts:
        return self.reports(on_time_only=False)

    def reports_on_time(self) -> Facts:
        return self.reports(on_time_only=True)

    def tpmap(self, indicator: str) -> Facts:
        facts: Facts = {}
        for level, key, digits in TPMAP_LEVELS:
            folder = self.directory / "tpmap_open"
            common = {row[key]: row for row in read_rows(folder / f"61_40_{level}_common.csv")}
            poor = {row[key]: row for row in read_rows(folder / f"61_40_{level}_11111.csv")}
            for unit, row in common.items():
                fact = (unit[:digits], "2018-12-01", "all")
                before, base_before = facts.get(fact, (0, 0))
                if indicator == "tpmap_surveyed_households":
                    facts[fact] = (before + int(row["household.CNT"]), None)
                elif indicator == "tpmap_surveyed_persons":
                    facts[fact] = (before + int(row["HOUSEMEMBER_CNT"]), None)
                else:
                    facts[fact] = (
                        before + int(poor[unit][TPMAP_COLUMNS[indicator]]),
                        (base_before or 0) + int(row["HOUSEMEMBER_CNT"]),
                    )
        return facts
