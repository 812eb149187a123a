"""Rows that were refused: where each stands and why, never what was written there."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from app.quality.markup import html_row, html_table
from app.warehouse import rows
from app.words import number, text

SHOWN_AT_MOST = 200
HEADS = ("origin", "file", "row", "column", "reason")


class Refused(NamedTuple):
    """One fault of a refused row: its place in the file as it was sent, and the rule it broke.

    What stands there may be personal, so it is not read; header is None where the whole row is
    at fault. faults is the number of all, shown or not.
    """

    source: str
    file_name: str
    sheet: str | None
    row_number: int
    header: str | None
    rule: str
    faults: int


@st.cache_resource(max_entries=3, show_spinner=False)
def refused_rows(build_id: str) -> tuple[Refused, ...]:
    """The first faults of a build in the order of its files; shared by all viewers."""
    return tuple(Refused(**row) for row in rows(build_id, "refused_rows", at_most=SHOWN_AT_MOST))


def refused_sentence(language: str, found: Sequence[Refused]) -> str:
    """How many faults there are, and how many of them are shown."""
    if not found:
        return text(language, "refused.none")
    return text(
        language, "refused.sentence", faults=number(found[0].faults), shown=number(len(found))
    )


def refused_markup(language: str, found: Sequence[Refused]) -> str:
    """Faults → an HTML table: source, file, row, column and reason."""
    heads = [
        ("number" if name == "row" else "", text(language, f"refused.{name}")) for name in HEADS
    ]
    body = "".join(html_row(_cells(language, each)) for each in found)
    return f'<div class="kk_quality scroll tall" tabindex="0">{html_table(heads, body)}</div>'


def _cells(language: str, found: Refused) -> list[tuple[str, str]]:
    from_source, broken = found.source, found.rule
    place = f"{found.file_name} · {found.sheet}" if found.sheet else found.file_name
    return [
        ("", text(language, f"origin.{from_source}")),
        ("", place),
        ("number", number(found.row_number)),
        ("", found.header or text(language, "refused.whole_row")),
        ("reason", text(language, f"refusal.{broken}")),
    ]
