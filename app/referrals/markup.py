"""Referrals counted by holder and by district, as HTML whose numbers choose the list's rows."""

from collections.abc import Mapping
from html import escape

from app.indicators import DIMENSIONS, areas
from app.referrals.figures import HOLDERS, NONE, Group, Referrals
from app.rows.linked import count_link
from app.selection import Selection
from app.words import number, text

PAGE_NAME = "referrals"
HOLDER_COLUMNS = ("referrals", "answered", "median_answer", "waiting", "stale", "median_open")
DISTRICT_COLUMNS = ("waiting", "stale", "median_open", "answered", "median_answer")

Counts = Mapping[Group, Referrals]


def holders_markup(selection: Selection, found: Counts) -> str:
    """Counts of the selection's district, or of all → a row for all and one for each holder."""
    language, code = selection.lang, selection.district
    lines = [
        _line(selection, text(language, "referrals.every_holder"), Group(code), found, "whole")
    ]
    for holder in HOLDERS:
        name = text(language, f"holder.{holder}")
        lines.append(_line(selection, name, Group(code, holder), found))
    head = text(language, "referrals.holder")
    return _table(selection, head, HOLDER_COLUMNS, (), lines)


def districts_markup(build_id: str, selection: Selection, found: Counts) -> str:
    """Counts → a row for the province and one for each district, the waiting by dimension too."""
    language = selection.lang
    whole = text(language, "map.whole_province")
    lines = [_line(selection, whole, Group(), found, "whole", DISTRICT_COLUMNS, DIMENSIONS)]
    for code, area in areas(build_id)["district"].items():
        kind = "chosen" if code == selection.district else ""
        name = area.name(language)
        lines.append(_line(selection, name, Group(code), found, kind, DISTRICT_COLUMNS, DIMENSIONS))
    head = text(language, "level.district")
    return _table(selection, head, DISTRICT_COLUMNS, DIMENSIONS, lines)


def _table(
    selection: Selection,
    first: str,
    columns: tuple[str, ...],
    dimensions: tuple[str, ...],
    lines: list[str],
) -> str:
    language = selection.lang
    heads = [text(language, f"referrals.column_{column}") for column in columns]
    for dimension in dimensions:
        name = text(language, f"dimension.{dimension}")
        heads.append(text(language, "referrals.waiting_in", dimension=name))
    shown = "".join(f'<th scope="col" class="number">{escape(head)}</th>' for head in heads)
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{escape(first)}</th>'
        f"{shown}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _line(
    selection: Selection,
    name: str,
    group: Group,
    found: Counts,
    kind: str = "",
    columns: tuple[str, ...] = HOLDER_COLUMNS,
    dimensions: tuple[str, ...] = (),
) -> str:
    counts = found.get(group, NONE)
    cells = [_cell(selection, column, group, counts) for column in columns]
    for dimension in dimensions:
        part = group._replace(dimension=dimension)
        cells.append(_cell(selection, "waiting", part, found.get(part, NONE)))
    body = "".join(f'<td class="number">{cell}</td>' for cell in cells)
    return f'<tr class="{kind}"><th scope="row">{escape(name)}</th>{body}</tr>'


def _cell(selection: Selection, column: str, group: Group, counts: Referrals) -> str:
    if column.startswith("median"):
        return days(getattr(counts, f"{column}_days"))
    count = getattr(counts, column)
    state = {"referrals": "all", "stale": "waiting"}.get(column, column)
    return count_link(
        PAGE_NAME,
        selection,
        count,
        state=state,
        age="stale" if column == "stale" else "",
        holder=group.holder or "",
        need=group.dimension or "",
        district=group.district_code or "",
        order="",
    )


def days(value: float | None) -> str:
    """A median of days, with its half where it has one; a dash without any."""
    if value is None:
        return "–"
    return number(value) if value == int(value) else f"{value:,.1f}"
