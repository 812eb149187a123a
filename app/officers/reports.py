"""Monthly reports by area: due, received, on time, as the indicators have them."""

from collections.abc import Mapping
from typing import NamedTuple

from app.comparison.standings import latest_month
from app.indicators import NO_CELL, Cell, Level, areas, province_code, series
from app.selection import Selection
from app.tables import note_in_words

INDICATORS = ("reports_received", "reports_on_time")
COUNTS = ("due", "received", "on_time")


class Reports(NamedTuple):
    """Reports of an area in a month, and the cell that says why there are none."""

    due: int | None
    received: int | None
    on_time: int | None
    cell: Cell

    def note(self, selection: Selection) -> str:
        """Why there are no counts, in words; blank where there are."""
        return note_in_words(selection, self.cell)


def report_month(build_id: str, month: str) -> str:
    """A month, or the last one before it that has reports of the province."""
    found = series(build_id, INDICATORS, "province")["reports_received"]
    code = province_code(build_id)
    known = [each for each in found if found[each].get(code, NO_CELL).denominator is not None]
    return latest_month(known, month) or month


def reports_by_area(build_id: str, month: str) -> Mapping[str, Reports]:
    """A month → the reports of the province and of each district, by code."""
    found = {}
    levels: tuple[Level, Level] = ("province", "district")
    for level in levels:
        received, on_time = series(build_id, INDICATORS, level).values()
        for code in areas(build_id)[level]:
            in_all = received.get(month, {}).get(code, NO_CELL)
            in_time = on_time.get(month, {}).get(code, NO_CELL)
            found[code] = Reports(in_all.denominator, in_all.numerator, in_time.numerator, in_all)
    return found
