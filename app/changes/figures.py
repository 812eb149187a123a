"""Figures that are other ones in the later build: before, after, and how far they moved."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from app.figures import figure, share
from app.indicators import Cell, declarations
from app.words import signed, text


class Moved(NamedTuple):
    """A figure before and after; is_restated where the same month is told otherwise now."""

    indicator: str
    area_code: str
    title: str
    unit: str
    numerator_parts: int
    before: Cell
    after: Cell
    is_restated: bool

    @property
    def change(self) -> float | None:
        """After less before, in points of a share; None where either is missing."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value


def moved_figures(
    build_id: str, language: str, changes: Mapping[str, Any], level: str
) -> list[Moved]:
    """Changes → the figures of a level that moved: shares first, those that moved most first.

    build_id is the build whose titles are used; a figure that it does not know is left out.
    """
    declared = declarations(build_id)
    found = [
        Moved(
            row["indicator"],
            row["area_code"],
            declared[row["indicator"]][f"title_{language}"],
            declared[row["indicator"]]["unit"],
            declared[row["indicator"]]["numerator_parts"],
            _cell(row, "before"),
            _cell(row, "after"),
            row["is_restated"],
        )
        for row in changes["figures"]
        if row["level"] == level and row["indicator"] in declared
    ]
    return sorted(found, key=_most_first)


def by_district(moved: Sequence[Moved]) -> dict[str, list[Moved]]:
    """Figures of districts → district → its figures, those that moved most first."""
    found: dict[str, list[Moved]] = {}
    for each in moved:
        found.setdefault(each.area_code, []).append(each)
    return found


def value_in_words(language: str, moved: Moved, cell: Cell) -> tuple[str, str]:
    """A cell of a figure → its value and n of N, either blank where there is none."""
    shown = figure(language, moved.unit, cell)
    return shown, share(language, cell, moved.numerator_parts)


def change_in_words(language: str, moved: Moved) -> tuple[str, str]:
    """How far a figure moved, and the name of points of a share; blank where one is missing."""
    if moved.change is None:
        return "", ""
    if moved.unit == "pct":
        return signed(moved.change, 1), text(language, "changes.points")
    return signed(moved.change, 3 if moved.unit == "index" else 0), ""


def _cell(row: Mapping[str, Any], when: str) -> Cell:
    names = ("value", "numerator", "denominator", "note")
    return Cell(*(row[f"{name}_{when}"] for name in names))


def _most_first(moved: Moved) -> tuple[bool, float]:
    return moved.unit != "pct", -abs(moved.change or 0.0)
