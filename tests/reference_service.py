"""What pages of households, help and officers read, a second time: plain loops over files."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from tests.reference import DIMENSIONS, INCOME_LINES, Reference, Row, last_day, month_of

PROGRAMME_YEAR = 2020
Need = tuple[str, str]  # household, dimension or any


@dataclass(frozen=True)
class NeedDays:
    """When a need was verified, first helped and solved; blank where it was not."""

    need: str
    help: str
    solved: str


def any_or_unknown(answers: list[bool | None]) -> bool | None:
    """True of one is true of all; unless all say no, it is not known."""
    if True in answers:
        return True
    return None if None in answers else False


def flag(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


@dataclass(frozen=True)
class ServiceReference:
    """The same folder that Reference reads."""

    directory: Path

    @cached_property
    def facts(self) -> Reference:
        return Reference(self.directory)

    @cached_property
    def members(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.facts.rows("members"):
            found[row["household_id"]].append(row)
        return found

    def composition(self, household: str) -> dict[str, bool | None]:
        """A household → its flags; each blank where no member record could tell."""
        members = self.members.get(household, [])
        if not members:
            names = ("elderly_alone", "disabled", "bedridden", "child_out_of_school")
            return dict.fromkeys((*names, "woman_headed", "has_child", "has_elderly"))
        ages = [
            PROGRAMME_YEAR - int(each["birth_year"]) if each["birth_year"] else None
            for each in members
        ]
        elderly = any_or_unknown([None if age is None else age >= 60 for age in ages])
        size = self.facts.households[household]["members_persons"] or str(len(members))
        heads = [each["sex"] == "female" for each in members if flag(each["is_head"])]
        schooling = [
            out_of_school(each["schooling"], age) for each, age in zip(members, ages, strict=True)
        ]
        return {
            "elderly_alone": elderly if size == "1" else False,
            "disabled": any_or_unknown([flag(each["disabled"]) for each in members]),
            "bedridden": any_or_unknown([flag(each["bedridden"]) for each in members]),
            "child_out_of_school": any_or_unknown(schooling),
            "woman_headed": any(heads) if heads else None,
            "has_child": any_or_unknown([None if age is None else age < 18 for age in ages]),
            "has_elderly": elderly,
        }

    @cached_property
    def incomes(self) -> dict[str, list[tuple[str, bool]]]:
        """Household → day and whether the income reached its line, in order of day."""
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for row in self.facts.rows("incomes"):
            year = int(row["bmn_year"])
            line = next(baht for first, last, baht in INCOME_LINES if first <= year <= last)
            reached = float(row["income_baht_per_person_year"]) >= line
            found[row["household_id"]].append((row["recorded_date"], reached))
        return {household: sorted(rows) for household, rows in found.items()}

    def is_above_line(self, household: str, month: str) -> bool | None:
        """By the latest income recorded by the end of the month; None where there is none."""
        known = [above for day, above in self.incomes.get(household, []) if day <= last_day(month)]
        return known[-1] if known else None

    @cached_property
    def needs(self) -> dict[Need, NeedDays]:
        """Households in the programme with a verified need → its days, also for any dimension."""
        verified: dict[Need, list[Row]] = defaultdict(list)
        everything: dict[Need, set[str]] = defaultdict(set)
        for row in self.facts.rows("needs"):
            key = row["household_id"], row["dimension"]
            everything[key].add(row["need_id"])
            if row["verified_date"] and row["household_id"] in self.facts.kept:
                verified[key].append(row)
        first_help: dict[str, str] = {}
        for row in self.facts.rows("help"):
            if row["status"] == "completed":
                first_help[row["need_id"]] = min(
                    first_help.get(row["need_id"], "9"), row["help_date"]
                )
        found: dict[Need, NeedDays] = {}
        for key, rows in verified.items():
            begun = min(row["verified_date"] for row in rows)
            helps = [first_help[need] for need in everything[key] if need in first_help]
            closed = [row["closed_date"] if row["status"] == "solved" else "" for row in rows]
            found[key] = NeedDays(
                begun,
                max(begun, min(helps)) if helps else "",
                max(begun, *closed) if all(closed) else "",
            )
        for household in {household for household, _ in found}:
            own = [found[household, each] for each in DIMENSIONS if (household, each) in found]
            helps = [each.help for each in own if each.help]
            solved = [each.solved for each in own]
            found[household, "any"] = NeedDays(
                min(each.need for each in own),
                min(helps) if helps else "",
                max(solved) if all(solved) else "",
            )
        return found

    @cached_property
    def unverified(self) -> dict[Need, str]:
        """Household and dimension → month in which a need nobody verified was first recorded."""
        found: dict[Need, str] = {}
        for row in self.facts.rows("needs"):
            if not row["verified_date"]:
                for dimension in (row["dimension"], "any"):
                    key = row["household_id"], dimension
                    found[key] = min(found.get(key, "9"), month_of(row["opened_date"]))
        return found

    def stage(self, household: str, dimension: str, month: str) -> tuple[str, str | None]:
        """The last stage that a household reached by the end of a month, and why it got no further.

        Where the reason is the need's latest status, it is left to the caller: None.
        """
        if household in self.facts.exclusion:
            return "target", self.facts.exclusion[household]
        end, days = last_day(month), self.needs.get((household, dimension))
        if days is None or days.need > end:
            recorded = self.unverified.get((household, dimension), "9") <= month
            return "found", "need_not_verified" if recorded else "no_need"
        helped = bool(days.help) and days.help <= end
        solved = bool(days.solved) and days.solved <= end
        if helped and solved:
            return self.end_of_chain(household, month)
        if solved:
            return "need", "solved_without_help"
        later = "solved_later" if days.solved else None
        return ("helped", later) if helped else ("need", "helped_later" if days.help else later)

    def end_of_chain(self, household: str, month: str) -> tuple[str, str]:
        above = self.is_above_line(household, month)
        if above:
            return "above_line", "above_line"
        return "solved", "income_unknown" if above is None else "income_below_line"

    def chain(self, month: str) -> Counter[tuple[str, str, str, str, str | None]]:
        """District, class, dimension, stage, reason → households at the end of a month."""
        found: Counter[tuple[str, str, str, str, str | None]] = Counter()
        for household, row in self.facts.households.items():
            for dimension in (*DIMENSIONS, "any"):
                stage, reason = self.stage(household, dimension, month)
                place = row["village_code"][:4], row["household_class"], dimension
                found[*place, stage, reason] += 1
        return found

    def completed_help(self) -> Iterator[tuple[Row, str, str]]:
        """Each completed help event with its household and dimension."""
        need_of = {row["need_id"]: row for row in self.facts.rows("needs")}
        for row in self.facts.rows("help"):
            if row["status"] == "completed":
                need = need_of[row["need_id"]]
                yield row, need["household_id"], need["dimension"]

    def help_total(
        self, grouping: str, until: str
    ) -> dict[tuple[str, str], tuple[int, int, float]]:
        """Code and dimension → events, households and baht of counted help up to a month."""
        types = {row["agency_code"]: row["agency_type"] for row in self.facts.rows("agencies")}
        events: Counter[tuple[str, str]] = Counter()
        baht: dict[tuple[str, str], float] = defaultdict(float)
        households: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row, household, dimension in self.completed_help():
            days = self.needs.get((household, dimension))
            if days is None or max(row["help_date"], days.need) > last_day(until):
                continue
            code = {
                "all": "all",
                "agency": row["agency_code"],
                "agency_type": types[row["agency_code"]],
                "fund_source": row["fund_source"],
                "power": row["power"],
            }[grouping]
            for key in ((code, dimension), (code, "any")):
                events[key] += 1
                baht[key] += float(row["value_baht"] or 0)
                households[key].add(household)
        return {key: (events[key], len(households[key]), baht[key]) for key in events}

    def equity(self, group: str, until: str) -> Counter[tuple[str, str, str]]:
        """Membership, dimension and event → households of the province at the end of a month."""
        end = last_day(until)
        found: Counter[tuple[str, str, str]] = Counter()
        for household in self.facts.kept:
            member = {True: "yes", False: "no", None: "unknown"}[self.composition(household)[group]]
            found[member, "any", "target"] += 1
            above = self.is_above_line(household, until)
            if above is not None:
                found[member, "any", "income_known"] += 1
                found[member, "any", "above_line"] += above
            for dimension in (*DIMENSIONS, "any"):
                if days := self.needs.get((household, dimension)):
                    for event, day in vars(days).items():
                        name = {"need": "need", "help": "helped", "solved": "solved"}[event]
                        found[member, dimension, name] += bool(day) and day <= end
        return found

    def district_fund(self, until: str) -> dict[str, tuple[float, float]]:
        """District → baht in and out of its fund up to the end of a month."""
        found: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for row in self.facts.rows("district_fund"):
            if row["movement_date"] <= last_day(until):
                found[row["district_code"]][row["direction"] == "out"] += float(row["amount_baht"])
        return {district: (came, went) for district, (came, went) in found.items()}

    def longest_gap_days(self) -> dict[str, int]:
        """Officer → days since the visit longest ago among the households looked after now."""
        end = self.facts.months[-1]
        last_visit: dict[str, str] = {}
        for row in self.facts.rows("visits"):
            last_visit[row["household_id"]] = max(
                last_visit.get(row["household_id"], ""), row["visit_date"]
            )
        found: dict[str, int] = {}
        for row in self.facts.rows("pairings"):
            household = row["household_id"]
            if household in self.facts.kept and not row["to_date"]:
                seen = date.fromisoformat(last_visit.get(household) or row["from_date"])
                gap = (date.fromisoformat(last_day(end)) - seen).days
                found[row["official_id"]] = max(found.get(row["official_id"], 0), gap)
        return found


def out_of_school(schooling: str, age: int | None) -> bool | None:
    """Only a child of six to seventeen can be one whose schooling is not known."""
    if schooling == "out_of_school":
        return age is not None and age < 18
    if schooling == "" and (age is None or 6 <= age <= 17):
        return None
    return False
