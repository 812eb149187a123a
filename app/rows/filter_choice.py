"""A list to choose one of a page's own filters from."""

from collections.abc import Mapping

import streamlit as st

from app.selection import Selection, filter_chooser
from app.words import text

WIDTH_PX = 168


def filter_choice(
    selection: Selection, name: str, words: Mapping[str, str], chosen: str | None
) -> None:
    """A filter's name in the link, words by code, its code now → the list; cleared, it is open."""
    key = f"{name}_filter"
    st.session_state[key] = chosen
    st.selectbox(
        text(selection.lang, f"filter.name_{name}"),
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder=text(selection.lang, "filter.all"),
        key=key,
        on_change=filter_chooser(name, key),
        width=WIDTH_PX,
    )
