"""Every indicator of a district beside the province and the districts like it."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from app.comparison.peers import peers
from app.comparison.rug import OTHERS, month_shown
from app.comparison.side_by_side import MARKS
from app.comparison.standings import (
    Standing,
    higher_is_better,
    judged,
    latest_month,
    standings,
)
from app.indicators import DIMENSIONS, NO_CELL, Cell, cell, declarations, province_code
from app.quality.doubts import doubt_mark, doubtful
from app.selection import Selection
from app.tables import note_in_words
from app.words import month_name, number, percent, signed, text

INDICATORS = (
    "any_helped",
    *(f"{dimension}_helped" for dimension in DIMENSIONS),
    "any_solved",
    *(f"{dimension}_solved" for dimension in DIMENSIONS),
    *OTHERS,
)


class IndicatorRow(NamedTuple):
    """One indicator of a district; peers are the lowest and highest of them, None without any.

    change_points is the difference to the month before that has a figure.
    """

    indicator: str
    month: str
    cell: Cell
    standing: Standing | None
    province: Cell
    peers: tuple[float, float] | None
    change_points: float | None


def indicator_rows(build_id: str, selection: Selection) -> list[IndicatorRow]:
    """A selection with a district → a row for each indicator, in the order they are read."""
    return [_row(build_id, selection, indicator) for indicator in INDICATORS]


def _row(build_id: str, selection: Selection, indicator: str) -> IndicatorRow:
    code, month = str(selection.district), month_shown(build_id, selection, indicator)
    by_month = standings(build_id).get(indicator, {})
    found = by_month.get(month, {})
    earlier = [each for each in by_month if each < month and code in by_month[each]]
    before = latest_month(earlier, month)
    values = [found[each].value for each in peers(build_id).get(code, ()) if each in found]
    own = found.get(code)
    return IndicatorRow(
        indicator,
        month,
        cell(build_id, indicator, month, code),
        own,
        cell(build_id, indicator, month, province_code(build_id)),
        (min(values), max(values)) if values else None,
        own.value - by_month[before][code].value if own and before else None,
    )


def indicators_markup(build_id: str, selection: Selection, rows: Sequence[IndicatorRow]) -> str:
    """Rows → an HTML table: figure, mark, interval as a drawing, province, peers, change."""
    language = selection.lang
    heads = ("indicator", "figure", "interval", "province", "peers", "change")
    head = "".join(
        f'<th scope="col">{escape(text(language, f"profile.head_{name}"))}</th>' for name in heads
    )
    body = "".join(_line(build_id, selection, row) for row in rows)
    return (
        '<div class="kk_profile" tabindex="0"><table class="indicators"><thead>'
        f"<tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _line(build_id: str, selection: Selection, row: IndicatorRow) -> str:
    language = selection.lang
    title = declarations(build_id)[row.indicator][f"title_{language}"]
    if row.month != selection.month:
        title = f"{title} ({month_name(language, row.month, short=True)})"
    is_doubtful = selection.district in doubtful(build_id, row.indicator, row.month)
    mark = doubt_mark(language) if is_doubtful else ""
    cells = (
        _figure(build_id, selection, row),
        _interval(language, row),
        _share(selection, row.province),
        f"{percent(row.peers[0])}–{percent(row.peers[1])}" if row.peers else "–",
        signed(row.change_points, 1) if row.change_points is not None else "–",
    )
    kind = "whole" if row.indicator.startswith("any_") else ""
    return (
        f'<tr class="{kind}"><th scope="row">{escape(title)}{mark}</th>'
        + "".join(f"<td>{each}</td>" for each in cells)
        + "</tr>"
    )


def _figure(build_id: str, selection: Selection, row: IndicatorRow) -> str:
    if row.standing is None:
        return escape(note_in_words(selection, row.cell))
    side = row.standing.standing
    kind = judged(side, higher_is_better=higher_is_better(build_id, row.indicator))
    words = escape(text(selection.lang, f"standing.{side}"))
    mark = f'<span class="mark {kind}" role="img" aria-label="{words}">{MARKS[side]}</span>'
    return f"{mark}{_share(selection, row.cell)}"


def _share(selection: Selection, cell: Cell) -> str:
    if cell.value is None:
        return escape(note_in_words(selection, cell or NO_CELL))
    share = text(
        selection.lang,
        "map.share",
        n=number(cell.numerator or 0),
        d=number(cell.denominator or 0),
    )
    return f'<strong>{percent(cell.value)}</strong> <span class="share">{escape(share)}</span>'


def _interval(language: str, row: IndicatorRow) -> str:
    """The interval on a line from 0 to 100, with the province and the span of the peers."""
    if row.standing is None:
        return ""
    lower, upper = row.standing.lower_pct, row.standing.upper_pct
    low, high = row.peers or (0, 0)
    spoken = text(language, "profile.interval", lower=percent(lower, 0), upper=percent(upper, 0))
    parts = (
        _part("peers", low, high) if high else "",
        _part("range", lower, upper),
        _part("province", row.province.value or 0),
        _part("dot", row.standing.value),
    )
    return (
        f'<span class="track" role="img" aria-label="{escape(spoken)}">{"".join(parts)}</span>'
        f'<span class="share" aria-hidden="true">{percent(lower, 0)}–{percent(upper, 0)}</span>'
    )


def _part(name: str, start_pct: float, end_pct: float | None = None) -> str:
    """A part of the drawing from one share to another; without an end, at the first."""
    span = (end_pct or start_pct) - start_pct
    return f'<i class="{name}" style="--at:{start_pct / 100:.3f};--span:{span / 100:.3f}"></i>'
