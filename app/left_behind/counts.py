"""How many needs are open, by state, dimension and age; each number leads to its rows."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

import streamlit as st

from app.access import household_rows
from app.indicators import DIMENSIONS
from app.left_behind.filters import AGES, ANY, BANDS, RELAPSED, STATES, Wanted, age_name, label_of
from app.rows.linked import count_link
from app.selection import Selection
from app.words import number, text

PAGE = "left_behind"
NEED_STATES = tuple(state for state in STATES if state != RELAPSED)


class Count(NamedTuple):
    """Open needs of a dimension, helped or not, taken by an agency or not, of a band of days."""

    dimension: str
    is_helped: bool
    is_assigned: bool
    band: str
    needs: int
    longest_days: int

    def is_in(self, state: str) -> bool:
        """Does a state count these needs?"""
        if state == "unassigned":
            return not self.is_assigned
        return self.is_helped == (state == "open")


def counts_of(build_id: str, wanted: Wanted) -> tuple[Count, ...]:
    """What is wanted → the needs open at the end of the month, whatever state, dimension and age.

    Raises PermissionError for a reader who may not see households.
    """
    return _counts(build_id, wanted._replace(state="", need="", age=""))


@st.cache_resource(max_entries=64, show_spinner=False)
def _counts(build_id: str, wanted: Wanted) -> tuple[Count, ...]:
    _, second, third, fourth = (first for first, _ in BANDS.values())
    names = list(BANDS)
    found = household_rows(
        build_id,
        "left_behind_counts",
        **wanted.of_counts(),
        second_band_days=second,
        third_band_days=third,
        fourth_band_days=fourth,
    )
    return tuple(Count(**{**row, "band": names[row["band"] - 1]}) for row in found)


def counted(
    found: Iterable[Count], state: str, dimensions: Iterable[str], bands: Iterable[str]
) -> int:
    """Counts → the rows that a list of this state, dimensions and bands of days has."""
    wanted, within = set(dimensions), set(bands)
    return sum(
        each.needs
        for each in found
        if each.is_in(state) and each.dimension in wanted and each.band in within
    )


def bands_of(age: str) -> list[str]:
    """A code of days waited, blank for all → the bands that it holds."""
    if not age:
        return list(BANDS)
    first, last = AGES[age]
    return [band for band, (start, end) in BANDS.items() if first <= start and end <= last]


def matrix_markup(
    selection: Selection, wanted: Wanted, codes: Mapping[str, str], found: tuple[Count, ...]
) -> str:
    """Counts → an HTML table: dimensions down, states across, each number a link to its rows.

    codes are those that narrow the list down; a number's own stand in their place.
    """
    language, bands = selection.lang, bands_of(wanted.age)
    heads = "".join(
        f'<th scope="col" class="number">{escape(label_of(language, "state", state))}</th>'
        for state in NEED_STATES
    )
    lines = [
        _matrix_line(selection, wanted, codes, found, bands, need)
        for need in (*DIMENSIONS, "", ANY)
    ]
    return (
        f'<div class="kk_counts scroll"><table><caption>{_words(language, "matrix")}</caption>'
        f'<thead><tr><th scope="col">{_words(language, "need")}</th>{heads}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div>"
    )


def _matrix_line(
    selection: Selection,
    wanted: Wanted,
    codes: Mapping[str, str],
    found: tuple[Count, ...],
    bands: list[str],
    need: str,
) -> str:
    dimensions = (need,) if need else DIMENSIONS
    cells = [
        _number_cell(
            selection,
            counted(found, state, dimensions, bands),
            {**codes, "state": state, "need": need},
            is_chosen=(state, need) == (wanted.state, wanted.need),
        )
        for state in NEED_STATES
    ]
    title = (
        label_of(selection.lang, "need", need)
        if need
        else text(selection.lang, "left_behind.five_dimensions")
    )
    kind = ' class="whole"' if need in ("", ANY) else ""
    return f'<tr{kind}><th scope="row">{escape(title)}</th>{"".join(cells)}</tr>'


def ages_markup(
    selection: Selection, wanted: Wanted, codes: Mapping[str, str], found: tuple[Count, ...]
) -> str:
    """Counts → an HTML table of one line: how long the needs of the state have been open."""
    language = selection.lang
    by_band = {band: counted(found, wanted.state, wanted.dimensions, [band]) for band in BANDS}
    most = max(by_band.values()) or 1
    heads = "".join(f'<th scope="col">{escape(age_name(language, band))}</th>' for band in BANDS)
    cells = "".join(
        _number_cell(
            selection,
            needs,
            {**codes, "age": band},
            is_chosen=band == wanted.age,
            share=needs / most,
        )
        for band, needs in by_band.items()
    )
    return (
        f'<div class="kk_counts ages scroll"><table><caption>{_words(language, "ages")}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table></div>"
    )


def _number_cell(
    selection: Selection,
    needs: int,
    codes: Mapping[str, str],
    *,
    is_chosen: bool,
    share: float | None = None,
) -> str:
    words = count_link(PAGE, selection, needs, **codes)
    bar = "" if share is None else f'<i style="--share:{share:.3f}"></i>'
    return f'<td class="number{" chosen" if is_chosen else ""}">{words}{bar}</td>'


def _words(language: str, name: str) -> str:
    return escape(text(language, f"left_behind.{name}"))


def summary_of(selection: Selection, found: tuple[Count, ...], area: str) -> str:
    """Counts of an area, not narrowed down → the sentence above the list."""
    fields: Mapping[str, str] = {
        "households": number(counted(found, "waiting", (ANY,), BANDS)),
        "needs": number(counted(found, "waiting", DIMENSIONS, BANDS)),
        "unassigned": number(counted(found, "unassigned", DIMENSIONS, BANDS)),
        "days": number(max((c.longest_days for c in found if c.is_in("waiting")), default=0)),
        "area": area,
    }
    waiting = any(each.is_in("waiting") for each in found)
    return text(selection.lang, f"left_behind.{'summary' if waiting else 'summary_none'}", **fields)
