"""One indicator through its months: the figures of each place, and where its method changes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from app.indicators import (
    NO_CELL,
    Cell,
    Level,
    areas,
    declarations,
    months,
    province_values,
    series,
)
from app.poverty.measures import income_line
from app.selection import Selection
from app.words import number, text

USUAL = "any_helped"
INCOME_FAMILY = "income"
# Of an indicator without a figure for all, the first group speaks for it.
SPEAKING_GROUPS = ("all", "k1")

Figure = TypeVar("Figure")


class Break(NamedTuple):
    """A change of method: the month that it begins with, and the income line from then on.

    line_baht is None where it is a new edition of a survey.
    """

    month: str
    line_baht: float | None


class Course(NamedTuple):
    """One indicator: the months that it has figures of, its breaks, and cells by place."""

    indicator: str
    group: str
    months: tuple[str, ...]
    breaks: tuple[Break, ...]
    cells: Mapping[str, list[Cell]]


def group_of(build_id: str, month: str, indicator: str) -> str | None:
    """The group that speaks for an indicator; None for one that has only parts of a whole."""
    groups = province_values(build_id, month).get(indicator, {})
    return next((group for group in SPEAKING_GROUPS if group in groups), None)


def course_of(build_id: str, indicator: str, group: str) -> Course:
    """An indicator and a group of it → its course in the province and in every district."""
    levels: tuple[Level, ...] = ("province", "district")
    found = {
        level: series(build_id, (indicator,), level, None, group)[indicator] for level in levels
    }
    is_survey = declarations(build_id)[indicator]["period"] == "edition"
    every_month = tuple(sorted(found["district"])) if is_survey else months(build_id)
    cells = {
        code: [found[level].get(month, {}).get(code, NO_CELL) for month in every_month]
        for level in levels
        for code in areas(build_id)[level]
    }
    return Course(indicator, group, every_month, breaks(build_id, indicator, every_month), cells)


def breaks(build_id: str, indicator: str, every_month: Sequence[str]) -> tuple[Break, ...]:
    """Months in order → where figures before and after do not compare."""
    declared = declarations(build_id)[indicator]
    if declared["period"] == "edition":
        return tuple(Break(month, None) for month in every_month[1:])
    if declared["family"] != INCOME_FAMILY:
        return ()
    lines = {month: income_line(build_id, month) for month in every_month}
    return tuple(
        Break(month, lines[month])
        for before, month in pairwise(every_month)
        if lines[before] != lines[month]
    )


def break_name(language: str, found: Break) -> str:
    """A break as it stands on the axis."""
    if found.line_baht is None:
        return text(language, "timeline.new_edition")
    return text(language, "timeline.new_line", baht=number(found.line_baht))


def broken(course: Course, figures: Sequence[Figure], at_break: Sequence[Figure]) -> list[Figure]:
    """Figures by month → the same with one more before each break, so that no line crosses it."""
    before = {each.month: figure for each, figure in zip(course.breaks, at_break, strict=True)}
    found: list[Figure] = []
    for month, figure in zip(course.months, figures, strict=True):
        if month in before:
            found.append(before[month])
        found.append(figure)
    return found


def shown_districts(selection: Selection) -> tuple[str, ...]:
    """The districts that are set side by side, or the chosen one alone."""
    return selection.compared or ((selection.district,) if selection.district else ())
