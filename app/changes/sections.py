"""The parts that tell what changed: figures, districts, records, households."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app.changes import figures, moves, records
from app.changes.markup import (
    STYLE,
    districts_markup,
    figures_markup,
    fold,
    moves_markup,
    records_markup,
)
from app.indicators import areas
from app.words import branch, text

Changes = Mapping[str, Any]


def changed_figures(build_id: str, language: str, changes: Changes) -> None:
    """The figures of the province that are other ones now."""
    st.html(STYLE)
    st.header(text(language, "changes.figures"), anchor=False)
    moved = figures.moved_figures(build_id, language, changes, "province")
    if moved:
        st.html(figures_markup(language, moved))
    else:
        st.markdown(text(language, "changes.no_figures"))


def changed_districts(
    build_id: str, language: str, changes: Changes, *, is_folded: bool = False
) -> None:
    """The districts in which anything moved, as a fold where it is only asked for at times."""
    moved = figures.moved_figures(build_id, language, changes, "district")
    shown = districts_markup(
        language,
        areas(build_id)["district"],
        figures.by_district(moved),
        moves.by_district(changes),
        records.by_district(changes),
    )
    if is_folded:
        st.html(fold(text(language, "changes.districts"), shown))
    else:
        st.header(text(language, "changes.districts"), anchor=False)
        st.html(shown)


def changed_records(language: str, changes: Changes) -> None:
    """Records that are new, changed, the same or gone, by source."""
    st.header(text(language, "changes.records"), anchor=False)
    head = text(language, "refused.origin")
    found = records.by_source(changes)
    if found:
        st.html(records_markup(language, head, found, branch(language, "origin")))
    else:
        st.markdown(text(language, "changes.no_records"))


def changed_households(language: str, changes: Changes) -> None:
    """How many households stand otherwise, in what, from where to where."""
    st.header(text(language, "changes.households_moved"), anchor=False)
    found = moves.moves(changes)
    if found:
        st.html(moves_markup(language, found))
    else:
        st.markdown(text(language, "changes.no_households"))
