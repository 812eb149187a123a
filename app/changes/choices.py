"""The choices of the page of changes: two builds, an aspect, a district."""

from collections.abc import Sequence

import streamlit as st

from app.changes.households import ASPECT, Listed
from app.changes.moves import ASPECTS, aspect_name
from app.changes.pair import Pair, build_name, earlier_choices, later_choices
from app.indicators import areas
from app.rows.district_filter import district_filter
from app.rows.filter_choice import filter_choice
from app.selection import Selection, filter_chooser
from app.words import text

WIDTH_PX = 300


def pair_choice(language: str, pair: Pair) -> None:
    """The two builds that are compared, each by the time when it was made."""
    with st.container(horizontal=True):
        _build_choice(language, "earlier", pair.earlier, earlier_choices(pair.later))
        _build_choice(language, "later", pair.later, later_choices())


def _build_choice(language: str, name: str, chosen: str, choices: Sequence[str]) -> None:
    key = f"{name}_build"
    st.session_state[key] = chosen
    st.selectbox(
        text(language, f"filter.name_{name}"),
        choices,
        format_func=lambda build_id: build_name(language, build_id),
        key=key,
        on_change=filter_chooser(name, key),
        width=WIDTH_PX,
    )


def list_choice(build_id: str, selection: Selection, listed: Listed) -> None:
    """What the list of households is limited to."""
    names = {aspect: aspect_name(selection.lang, aspect) for aspect in ASPECTS}
    with st.container(horizontal=True):
        filter_choice(selection, ASPECT, names, listed.aspect or None)
        district_filter(build_id, selection, "changes_district")


def chosen_in_words(build_id: str, language: str, pair: Pair, listed: Listed) -> list[str]:
    """What the list is limited to, a sentence each."""
    chosen = [
        text(
            language,
            "changes.between",
            earlier=build_name(language, pair.earlier),
            later=build_name(language, pair.later),
        )
    ]
    if listed.aspect:
        chosen.append(aspect_name(language, listed.aspect))
    if listed.district:
        chosen.append(areas(build_id)["district"][listed.district].name(language))
    return chosen
