"""Agencies by dimension as an HTML table, in one count at a time, with a bar in each cell."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from app.agencies.figures import (
    ANY,
    COLUMNS,
    COUNTS,
    POWERS,
    Group,
    Totals,
    fullest_cell,
    help_of,
    help_totals,
)
from app.agencies.links import help_link
from app.agencies.register import AGENCY_TYPES, Agency, agencies
from app.selection import Selection, filter_chooser
from app.words import number, text

STYLE = Path(__file__).resolve().parent / "markup.css"
COUNT_KEY = "agencies_count"


def count_choice(selection: Selection, count: str) -> None:
    """What the matrix counts: one of the three, never two in one picture."""
    st.session_state[COUNT_KEY] = count
    st.segmented_control(
        text(selection.lang, "agencies.count"),
        COUNTS,
        required=True,
        format_func=lambda each: text(selection.lang, f"agencies.count_{each}"),
        key=COUNT_KEY,
        on_change=filter_chooser("count", COUNT_KEY),
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def matrix(build_id: str, selection: Selection, count: str) -> str:
    """A selection → the matrix of its month and district, drawn up once for all viewers."""
    found = help_totals(build_id, selection.month, selection.district)
    return matrix_markup(build_id, selection, found, count)


def matrix_markup(build_id: str, selection: Selection, found: Totals, count: str) -> str:
    """Totals → the table: all, by power, then each type of agency and below it its agencies."""
    language = selection.lang
    scale = fullest_cell(build_id, count)
    lines = [_line(selection, found, count, Group(), text(language, "agencies.all"), "whole")]
    for power in POWERS:
        name = escape(text(language, f"power.{power}"))
        lines.append(_line(selection, found, count, Group("power", power), name))
    for agency_type in AGENCY_TYPES:
        members = [each for each in agencies(build_id).values() if each.agency_type == agency_type]
        if not members:
            continue
        name = text(
            language,
            "agencies.type",
            type=text(language, f"agency_type.{agency_type}"),
            n=number(len(members)),
        )
        group = Group("agency_type", agency_type)
        lines.append(_line(selection, found, count, group, escape(name), "group"))
        for agency in _most_first(members, found, count):
            own = Group("agency", agency.agency_code)
            lines.append(
                _line(selection, found, count, own, _name(language, agency), "agency", scale)
            )
    return f'<div class="scroll agencies" tabindex="0">{_table(selection, lines)}</div>'


def _table(selection: Selection, lines: Sequence[str]) -> str:
    language = selection.lang
    names = {ANY: text(language, "agencies.every_dimension")}
    heads = "".join(
        '<th scope="col" class="number">'
        f"{escape(names.get(each) or text(language, f'dimension.{each}'))}</th>"
        for each in COLUMNS
    )
    first = escape(text(language, "agencies.agency"))
    return (
        f'<table><thead><tr><th scope="col">{first}</th>{heads}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table>"
    )


def _most_first(members: Sequence[Agency], found: Totals, count: str) -> list[Agency]:
    def rank(agency: Agency) -> tuple[float, str]:
        total = help_of(found, Group("agency", agency.agency_code))
        return -getattr(total, count), agency.agency_code

    return sorted(members, key=rank)


def _name(language: str, agency: Agency) -> str:
    """An agency's code and name; the mark says that the name is not confirmed."""
    mark = ""
    if agency.to_be_confirmed:
        said = escape(text(language, "agencies.to_be_confirmed"))
        mark = f' <span class="kk_doubt" role="img" aria-label="{said}" title="{said}">?</span>'
    shown = f"{agency.agency_code} {agency.name(language)}"
    return f"{escape(shown)}{mark}"


def _line(
    selection: Selection,
    found: Totals,
    count: str,
    group: Group,
    name: str,
    kind: str = "",
    scale: float = 0,
) -> str:
    cells, view = [], "helped" if count == "households" else "help"
    for dimension in COLUMNS:
        value = getattr(help_of(found, group, dimension), count)
        shown = help_link(selection, value, count, group, dimension, view=view)
        is_barred = value and scale and dimension != ANY
        bar = f' style="--share:{100 * value / scale:.1f}%"' if is_barred else ""
        cells.append(f'<td class="number{" bar" if is_barred else ""}"{bar}>{shown}</td>')
    return f'<tr class="{kind}"><th scope="row">{name}</th>{"".join(cells)}</tr>'
