"""From a row of a list to the page of its household, and what leads back to the list."""

from collections.abc import Mapping

import streamlit as st

from app.selection import Selection, page_codes

HOUSEHOLD_PAGE = "pages/households/household.py"
HOUSEHOLD, LIST = "household", "list"
LISTS: Mapping[str, str] = {
    "chain": "pages/households/chain.py",
    "repeated_help": "pages/households/repeated_help.py",
    "equity": "pages/households/equity.py",
    "agencies": "pages/partners/agencies.py",
    "officers": "pages/partners/officers.py",
    "referrals": "pages/partners/referrals.py",
    "changes": "pages/data/changes.py",
}


def open_household(selection: Selection, list_name: str, household_id: str) -> None:
    """One of LISTS and a household of it → its page; the link keeps what the list showed.

    On the way the browser holds this link under the list's own address once: a step back in its
    history then finds the list as it was.
    """
    codes = {**page_codes(), **selection.codes(), HOUSEHOLD: household_id, LIST: list_name}
    st.switch_page(HOUSEHOLD_PAGE, query_params=codes)


def codes_of_list() -> dict[str, str]:
    """What the list showed that the reader came from, as codes of its own link."""
    return {name: code for name, code in page_codes().items() if name not in (HOUSEHOLD, LIST)}
