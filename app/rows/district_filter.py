"""The district that a page of the whole province is limited to: its choice, and its name."""

from collections.abc import Callable

import streamlit as st

from app.indicators import areas
from app.selection import Selection, chooser
from app.words import text

WIDTH_PX = 280


def district_filter(
    build_id: str,
    selection: Selection,
    key: str,
    choose: Callable[[], None] | None = None,
    width_px: int = WIDTH_PX,
) -> None:
    """A key of the page's own → the list of districts; cleared, the page is of the province.

    choose is what the page does in place of choosing the district alone.
    """
    districts = areas(build_id)["district"]
    st.session_state[key] = selection.district
    st.selectbox(
        text(selection.lang, "level.district"),
        list(districts),
        index=None,
        placeholder=text(selection.lang, "map.whole_province"),
        format_func=lambda code: districts[code].name(selection.lang),
        key=key,
        on_change=choose or chooser("district", key),
        width=width_px,
    )


def of_district(build_id: str, selection: Selection, sentence: str) -> str:
    """A sentence of the page's figures → the same led by the district's name, if one is chosen."""
    if selection.district is None:
        return sentence
    name = areas(build_id)["district"][selection.district].name(selection.lang)
    return f"{text(selection.lang, 'profile.title', district=name)}: {sentence}"
