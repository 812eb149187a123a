"""What changed and where to look first, a second time: plain loops over the source files."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tests.reference import DIMENSIONS, Reference
from tests.reference_cells import Cell, Cells, cells

# name, district, dimension, month, figures
PlainFinding = tuple[str, str, str | None, str, dict[str, float]]
# dimension, need, helped, solved, district most helped, households newly helped there
PlainChange = tuple[str, int, int, int, str | None, int]
PROVINCE = "40"


@dataclass(frozen=True)
class PlainFindings:
    """The findings of one folder of source files."""

    reference: Reference

    def cell(self, indicator: str, area: str, month: str) -> Cell:
        level = "province" if area == PROVINCE else "district"
        return self.cells(indicator)[level, area, f"{month}-01", "all"]

    @cache  # noqa: B019 - one folder for a whole run of tests
    def cells(self, indicator: str) -> Cells:
        return cells(self.reference, indicator)

    @property
    def months(self) -> list[str]:
        return [month[:7] for month in self.reference.months]

    @property
    def districts(self) -> list[str]:
        return sorted(key[1] for key in self.cells("any_need") if key[0] == "district")

    def helped(self, indicator: str, area: str, month: str) -> int:
        return self.cell(indicator, area, month)[0] or 0

    def waiting(self, indicator: str, area: str, month: str) -> int:
        numerator, denominator, _ = self.cell(indicator, area, month)
        return (denominator or 0) - (numerator or 0)

    def most_waiting(self, indicator: str, month: str) -> tuple[int, str]:
        return max((self.waiting(indicator, area, month), area) for area in self.districts)

    def changes(self, month: str, before: str) -> list[PlainChange]:
        found = []
        for dimension in DIMENSIONS:
            more = []
            for kind in ("need", "helped", "solved"):
                name = f"{dimension}_{kind}"
                now, earlier = (self.helped(name, PROVINCE, each) for each in (month, before))
                more.append(now - earlier)
            name = f"{dimension}_helped"
            gain, area = max(
                (self.helped(name, area, month) - self.helped(name, area, before), area)
                for area in self.districts
            )
            need, helped, solved = more
            found.append((dimension, need, helped, solved, area if gain > 0 else None, gain))
        return found

    def where_to_look_first(self, month: str) -> list[PlainFinding]:
        until = [each for each in self.months if each <= month]
        found = [
            self.waiting_dimension(month),
            self.waiting_district(month),
            self.no_new_help(month),
            self.behind("few_visits", "households_visited", [month]),
            self.behind("late_reports", "reports_on_time", until),
            self.few_needs(month),
        ]
        return [each for each in found if each]

    def waiting_dimension(self, month: str) -> PlainFinding | None:
        most, chosen = 0, ""
        for dimension in DIMENSIONS:
            waiting = self.waiting(f"{dimension}_helped", PROVINCE, month)
            if waiting > most:
                most, chosen = waiting, dimension
        if not chosen:
            return None
        district_waiting, area = self.most_waiting(f"{chosen}_helped", month)
        need = self.cell(f"{chosen}_helped", PROVINCE, month)[1] or 0
        figures = {"waiting": most, "need": need, "district_waiting": district_waiting}
        return "waiting_dimension", area, chosen, month, dict(figures)

    def waiting_district(self, month: str) -> PlainFinding | None:
        waiting, area = self.most_waiting("any_helped", month)
        if not waiting:
            return None
        need = self.cell("any_helped", area, month)[1] or 0
        return "waiting_district", area, None, month, {"waiting": waiting, "need": need}

    def no_new_help(self, month: str) -> PlainFinding | None:
        found = []
        for dimension in DIMENSIONS:
            name = f"{dimension}_helped"
            for area in self.districts:
                months = 0
                for each in reversed([each for each in self.months if each < month]):
                    if self.helped(name, area, each) != self.helped(name, area, month):
                        break
                    months += 1
                waiting = self.waiting(name, area, month)
                if waiting and months >= 3:
                    found.append((waiting, months, area, dimension))
        if not found:
            return None
        waiting, months, area, dimension = max(found)
        return "no_new_help", area, dimension, month, {"waiting": waiting, "months": months}

    def behind(self, name: str, indicator: str, months: list[str]) -> PlainFinding | None:
        for month in reversed(months):
            whole, base, _ = self.cell(indicator, PROVINCE, month)
            if whole is None or not base:
                continue
            expected = Fraction(whole, base)
            found = []
            for area in self.districts:
                n, d, _ = self.cell(indicator, area, month)
                if n is not None and d is not None:
                    found.append((d * expected - n, area, n, d))
            missing, area, n, d = max(found)
            if missing < 1:
                return None
            figures = {"n": n, "d": d, "pct": 100 * n / d, "province_pct": 100 * whole / base}
            return name, area, None, month, figures
        return None

    def few_needs(self, month: str) -> PlainFinding | None:
        found = []
        for area in self.districts:
            n, d, _ = self.cell("any_need", area, month)
            if n is not None and d:
                found.append((Fraction(n, d), area, n, d))
        whole, base, _ = self.cell("any_need", PROVINCE, month)
        if not found or not whole or not base:
            return None
        share, area, n, d = min(found)
        if share >= Fraction(whole, base) / 2:
            return None
        return "few_needs", area, None, month, {"n": n, "d": d, "province_pct": 100 * whole / base}
