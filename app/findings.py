"""What the figures say, found by plain rules: what changed, and where to look first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.indicators import DIMENSIONS, NO_CELL, PROGRESS, Cell, Months

MONTHS_WITHOUT_HELP = 3
SUSPICIOUS_SHARE = 0.5

Series = Mapping[str, Months]


class Change(NamedTuple):
    """One dimension against the month before: more households in need, helped and solved.

    A difference is None where one of its two figures is not known.
    """

    dimension: str
    need: int | None
    helped: int | None
    solved: int | None
    most_helped_district: str | None
    most_helped: int


class Finding(NamedTuple):
    """One thing to look at: the sentence's name, its figures, and the place it speaks of."""

    name: str
    district: str
    dimension: str | None
    month: str
    figures: Mapping[str, float]


def month_before(months: Sequence[str], month: str) -> str | None:
    """The month before in the programme's months; None for its first."""
    place = months.index(month)
    return months[place - 1] if place else None


def difference(months: Months, month: str, before: str, area: str) -> int | None:
    """The numerator of an area in a month less that of a month before; None if one is unknown."""
    now, earlier = (months.get(each, {}).get(area, NO_CELL).numerator for each in (month, before))
    return None if now is None or earlier is None else now - earlier


def change_of(found: Series, area: str, dimension: str, month: str, before: str) -> Change:
    """Figures of two months → the change of one area in one dimension."""
    differences = {
        measure: difference(found[f"{dimension}_{measure}"], month, before, area)
        for measure in PROGRESS
    }
    return Change(dimension, **differences, most_helped_district=None, most_helped=0)


def changes(province: Series, districts: Series, month: str, before: str) -> list[Change]:
    """Figures of two months → one change for each dimension, in their usual order."""
    found = []
    for dimension in DIMENSIONS:
        area = next(iter(province[f"{dimension}_helped"][month]))
        change = change_of(province, area, dimension, month, before)
        helped = districts[f"{dimension}_helped"]
        gains = {code: difference(helped, month, before, code) or 0 for code in helped[month]}
        most = max(gains, key=lambda code: (gains[code], code))
        if gains[most] > 0:
            change = change._replace(most_helped_district=most)
        found.append(change._replace(most_helped=gains[most]))
    return found


def where_to_look_first(
    province: Series, districts: Series, months: Sequence[str], month: str
) -> list[Finding]:
    """Figures up to a month → at most six findings, the largest of each kind, no two alike."""
    found = [
        _most_waiting_dimension(province, districts, month),
        _most_waiting_district(districts, month),
        _no_new_help(districts, months, month),
        _behind(province, districts, "few_visits", "households_visited", (month,)),
        _behind(
            province,
            districts,
            "late_reports",
            "reports_on_time",
            [each for each in reversed(months) if each <= month],
        ),
        _few_needs(province, districts, month),
    ]
    return [finding for finding in found if finding is not None]


def _largest_rest(cells: Mapping[str, Cell]) -> str:
    return max(cells, key=lambda code: (cells[code].rest, code))


def _whole(months: Months, month: str) -> Cell:
    return next(iter(months[month].values()))


def _most_waiting_dimension(province: Series, districts: Series, month: str) -> Finding | None:
    whole = {each: _whole(province[f"{each}_helped"], month) for each in DIMENSIONS}
    dimension = max(whole, key=lambda each: whole[each].rest)
    if not whole[dimension].rest:
        return None
    cells = districts[f"{dimension}_helped"][month]
    district = _largest_rest(cells)
    figures = {
        "waiting": whole[dimension].rest,
        "need": whole[dimension].denominator or 0,
        "district_waiting": cells[district].rest,
    }
    return Finding("waiting_dimension", district, dimension, month, figures)


def _most_waiting_district(districts: Series, month: str) -> Finding | None:
    cells = districts["any_helped"][month]
    district = _largest_rest(cells)
    if not cells[district].rest:
        return None
    figures = {"waiting": cells[district].rest, "need": cells[district].denominator or 0}
    return Finding("waiting_district", district, None, month, figures)


def _no_new_help(districts: Series, months: Sequence[str], month: str) -> Finding | None:
    candidates = []
    for dimension in DIMENSIONS:
        helped = districts[f"{dimension}_helped"]
        for code, cell in helped[month].items():
            if not cell.rest:
                continue
            idle = months_alike(helped, months, month, code)
            if idle >= MONTHS_WITHOUT_HELP:
                candidates.append((cell.rest, idle, code, dimension))
    if not candidates:
        return None
    waiting, idle, code, dimension = max(candidates)
    return Finding("no_new_help", code, dimension, month, {"waiting": waiting, "months": idle})


def months_alike(helped: Months, months: Sequence[str], month: str, code: str) -> int:
    """For how many months up to this one the number of helped households has stood still."""
    earlier = reversed(months[: months.index(month)])
    idle = 0
    for each in earlier:
        if difference(helped, month, each, code) != 0:
            break
        idle += 1
    return idle


def _behind(
    province: Series, districts: Series, name: str, indicator: str, latest_first: Iterable[str]
) -> Finding | None:
    """The district that falls short of the province's share by the most households or reports."""
    for month in latest_first:
        whole = _whole(province[indicator], month)
        if whole.value is None:
            continue
        cells = districts[indicator][month]
        short = {code: _shortfall(cell, whole.value) for code, cell in cells.items()}
        district = max(short, key=lambda code: (short[code], code))
        if short[district] < 1:
            return None
        return Finding(name, district, None, month, _shares(cells[district], whole.value))
    return None


def _shortfall(cell: Cell, expected_pct: float) -> float:
    if cell.denominator is None or cell.numerator is None:
        return 0
    return cell.denominator * expected_pct / 100 - cell.numerator


def _shares(cell: Cell, province_pct: float) -> dict[str, float]:
    return {
        "n": cell.numerator or 0,
        "d": cell.denominator or 0,
        "pct": cell.value or 0,
        "province_pct": province_pct,
    }


def _few_needs(province: Series, districts: Series, month: str) -> Finding | None:
    whole = _share(_whole(province["any_need"], month))
    shares = {code: _share(cell) for code, cell in districts["any_need"][month].items()}
    known = {code: share for code, share in shares.items() if share is not None}
    if not whole or not known:
        return None
    district = min(known, key=lambda code: (known[code], code))
    if known[district] >= whole * SUSPICIOUS_SHARE:
        return None
    cell = districts["any_need"][month][district]
    figures = {
        "n": cell.numerator or 0,
        "d": cell.denominator or 0,
        "province_pct": 100 * whole,
    }
    return Finding("few_needs", district, None, month, figures)


def _share(cell: Cell) -> float | None:
    return (
        cell.numerator / cell.denominator
        if cell.numerator is not None and cell.denominator
        else None
    )
