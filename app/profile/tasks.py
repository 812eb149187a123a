"""What a district has to do next, as far as counts can say it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.findings import MONTHS_WITHOUT_HELP, Series, months_alike
from app.indicators import DIMENSIONS, NO_CELL, Cell
from app.profile.need_ages import Ages

HELPED = tuple(f"{dimension}_helped" for dimension in DIMENSIONS)
# What is counted monthly, and the list of officers or households for whom it was not done.
LISTED = {"households_visited": "not_visited", "reports_on_time": "not_on_time"}
MONTHLY = tuple(LISTED)


class Task(NamedTuple):
    """What is not done yet: in what, how much of how much, where most of it, idle for how long.

    ages tells for how long households have waited, None where nothing of the kind is known.
    """

    name: str
    dimension: str | None
    month: str
    rest: int
    total: int
    place: str | None = None
    rest_in_place: int = 0
    months_idle: int = 0
    ages: Ages | None = None


def tasks(
    district: Series, places: Series, code: str, months: Sequence[str], month: str
) -> list[Task]:
    """Figures of a district and of its sub-districts → what waits, by dimension the most first,
    then households not visited in the month, then reports of the last month that has figures."""
    waiting = [
        task
        for dimension in DIMENSIONS
        if (task := _waiting(district, places, code, dimension, months, month))
    ]
    waiting.sort(key=lambda task: -task.rest)
    return waiting + [
        task for indicator in MONTHLY if (task := _monthly(district, code, indicator, month))
    ]


def _waiting(
    district: Series,
    places: Series,
    code: str,
    dimension: str,
    months: Sequence[str],
    month: str,
) -> Task | None:
    helped = district[f"{dimension}_helped"]
    cell = helped.get(month, {}).get(code, NO_CELL)
    if not cell.rest:
        return None
    place, rest = _most_waiting(places[f"{dimension}_helped"].get(month, {}))
    idle = months_alike(helped, months, month, code)
    return Task(
        "waiting",
        dimension,
        month,
        cell.rest,
        cell.denominator or 0,
        place,
        rest,
        idle if idle >= MONTHS_WITHOUT_HELP else 0,
    )


def _most_waiting(cells: Mapping[str, Cell]) -> tuple[str | None, int]:
    """Sub-districts → the one with the most waiting; none where all that wait are suppressed."""
    place = max(cells, key=lambda each: (cells[each].rest, each), default=None)
    if place is None or not cells[place].rest:
        return None, 0
    return place, cells[place].rest


def _monthly(district: Series, code: str, indicator: str, month: str) -> Task | None:
    for each in sorted(district[indicator], reverse=True):
        cell = district[indicator][each].get(code, NO_CELL)
        if each > month or cell.value is None:
            continue
        return Task(indicator, None, each, cell.rest, cell.denominator or 0) if cell.rest else None
    return None


def list_of(task: Task) -> tuple[str, dict[str, str]]:
    """A task → the page that lists the households or officers of it, and its codes."""
    if task.dimension:
        return "pages/households/left_behind.py", {"need": task.dimension}
    return "pages/partners/officers.py", {"view": LISTED[task.name]}
