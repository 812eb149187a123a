"""The indicator that districts are compared by."""

import streamlit as st

from app.comparison.rug import columns_of
from app.comparison.standings import standings
from app.indicators import declarations
from app.selection import Selection, chooser
from app.words import text

BASELINE = "tpmap_target_poor"


@st.cache_resource(max_entries=3, show_spinner=False)
def comparable(build_id: str) -> tuple[str, ...]:
    """The indicators that districts can be compared by, those of the programme first."""
    declared = declarations(build_id)
    known = [indicator for indicator in declared if indicator in standings(build_id)]
    return tuple(sorted(known, key=lambda each: (is_survey(build_id, each), each)))


def is_survey(build_id: str, indicator: str) -> bool:
    """Is it of one edition of a survey, and not of each month?"""
    return bool(declarations(build_id)[indicator]["period"] == "edition")


def chosen_indicator(build_id: str, selection: Selection) -> str | None:
    """The indicator of the link, or that of its dimension and measure; None without figures."""
    known = comparable(build_id)
    usual = f"{selection.dimension}_{columns_of(selection)[0].rpartition('_')[2]}"
    wanted = (selection.indicator, usual, *known)
    return next((indicator for indicator in wanted if indicator in known), None)


def indicator_choice(build_id: str, selection: Selection, indicator: str) -> None:
    """The list of indicators to choose from, with the one that is shown."""
    declared = declarations(build_id)
    st.session_state["indicator_choice"] = indicator
    st.selectbox(
        text(selection.lang, "compare.indicator"),
        comparable(build_id),
        format_func=lambda each: declared[each][f"title_{selection.lang}"],
        key="indicator_choice",
        on_change=chooser("indicator", "indicator_choice"),
        width=520,
    )
