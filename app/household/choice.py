"""Which household the page is of: its id is entered, or comes in the link from a list."""

from collections.abc import Mapping

import streamlit as st

from app.household.record import is_household
from app.rows.opened_household import HOUSEHOLD, LIST, LISTS, codes_of_list
from app.selection import Selection, choose_filters, shown_build
from app.words import text

KEY, LIST_PAGE = "household_choice", "pages/households/left_behind.py"


def is_known(build_id: str, household_id: str) -> bool:
    """Is a code of the link the id of a household?"""
    return len(household_id) < 40 and is_household(build_id, household_id)


def household_choice(selection: Selection, codes: Mapping[str, str]) -> None:
    """Where an id is entered, and the way back to the list with what it was narrowed down to."""
    language = selection.lang
    st.session_state[KEY] = codes.get("household", "")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        st.text_input(
            text(language, "household.enter"),
            key=KEY,
            on_change=_choose,
            width=280,
        )
        came_from = codes.get(LIST)
        listed = {name: code for name, code in codes.items() if name != HOUSEHOLD}
        st.page_link(
            LISTS[came_from] if came_from else LIST_PAGE,
            label=text(language, "household.back_to_list" if came_from else "household.back"),
            query_params={**selection.codes(), **(codes_of_list() if came_from else listed)},
        )


def _choose() -> None:
    # As in chooser: a widget that says what the link says was not touched.
    typed = st.session_state[KEY].strip()
    entered = typed if is_known(shown_build(), typed) else typed.upper()
    if entered != st.query_params.get("household", ""):
        choose_filters(household=entered or None)
