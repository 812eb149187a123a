"""The districts that are set side by side, chosen by name."""

from collections.abc import Sequence

import streamlit as st

from app.indicators import areas
from app.selection import MOST_COMPARED, Selection, chooser
from app.words import text

KEY = "districts_choice"


def districts_choice(build_id: str, selection: Selection, chosen: Sequence[str]) -> None:
    """Districts that stand side by side → the list to choose up to four from."""
    language, districts = selection.lang, areas(build_id)["district"]
    st.session_state[KEY] = list(chosen)
    st.multiselect(
        text(language, "compare.districts"),
        list(districts),
        format_func=lambda code: districts[code].name(language),
        max_selections=MOST_COMPARED,
        placeholder=text(language, "compare.districts_choose"),
        key=KEY,
        on_change=chooser("districts", KEY),
    )
