"""Readers see a new build without loading the page again."""

import streamlit as st

from app.warehouse import LostWarehouseError, NoWarehouseError, serving_build

LOOK_EVERY_SECONDS = 4


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def follow_builds(shown: str) -> None:
    """The build on screen, blank for none → looks every few seconds, and shows a new one."""
    try:
        serving = serving_build()
    except (NoWarehouseError, LostWarehouseError):
        # Between two builds there may be nothing for a moment: what is shown stays.
        return
    if serving != shown:
        st.rerun()
