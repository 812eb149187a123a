"""Which district the page is of: chosen from a list, or on the map of all."""

import streamlit as st

from app.indicators import areas
from app.selection import Selection, chooser
from app.words import text

KEY = "district_choice"


def district_choice(build_id: str, selection: Selection) -> None:
    """The list of districts; cleared, the page is that of no district."""
    districts = areas(build_id)["district"]
    st.session_state[KEY] = selection.district
    st.selectbox(
        text(selection.lang, "profile.choose"),
        list(districts),
        index=None,
        format_func=lambda code: districts[code].name(selection.lang),
        placeholder=text(selection.lang, "compare.districts_choose"),
        key=KEY,
        on_change=chooser("district", KEY),
        width=320,
    )
