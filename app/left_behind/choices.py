"""What the reader narrows the list of open needs down to: state, need, household, place."""

from collections.abc import Mapping

import streamlit as st

from app.indicators import areas
from app.left_behind.filters import (
    AGES,
    AREA_FILTERS,
    CLASSES,
    NEED_FILTERS,
    NEEDS,
    RELAPSED,
    SEVERITIES,
    STATES,
    UNKNOWN,
    VULNERABILITIES,
    Wanted,
    label_of,
)
from app.rows.district_filter import district_filter
from app.rows.filter_choice import WIDTH_PX, filter_choice
from app.selection import Selection, choose_filters, chooser
from app.villages import village_names
from app.words import text

DISTRICT_KEY, STATE_KEY = "left_behind_district", "left_behind_state"
OF_NEEDS = {"need": NEEDS, "age": tuple(AGES), "severity": tuple(SEVERITIES)}
OF_HOUSEHOLDS = {
    "class": CLASSES,
    "vulnerability": (*VULNERABILITIES, *(flag + UNKNOWN for flag in VULNERABILITIES)),
}


def state_choice(selection: Selection, wanted: Wanted) -> None:
    """Which rows are listed: needs that wait, are helped but open, nobody took; or relapses."""
    st.session_state[STATE_KEY] = wanted.state
    st.segmented_control(
        text(selection.lang, "filter.name_state"),
        STATES,
        required=True,
        format_func=lambda state: label_of(selection.lang, "state", state),
        key=STATE_KEY,
        on_change=_choose_state,
        label_visibility="collapsed",
    )


def filter_row(
    build_id: str, selection: Selection, wanted: Wanted, codes: Mapping[str, str]
) -> None:
    """The lists to choose from; places below the district come with the place above them."""
    language = selection.lang
    offered = {**OF_NEEDS, **OF_HOUSEHOLDS} if wanted.is_of_needs else OF_HOUSEHOLDS
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, options in offered.items():
            words = {code: label_of(language, name, code) for code in options}
            filter_choice(selection, name, words, codes.get(name))
        district_filter(build_id, selection, DISTRICT_KEY, _choose_district, WIDTH_PX)
        for name, words in _places(build_id, selection, codes).items():
            filter_choice(selection, name, words, codes.get(name))


def _places(
    build_id: str, selection: Selection, codes: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """The district's sub-districts by code, and the villages of the sub-district that is chosen."""
    if not selection.district:
        return {}
    below = {
        code: area.name(selection.lang)
        for code, area in areas(build_id)["subdistrict"].items()
        if code.startswith(selection.district)
    }
    subdistrict = codes.get("subdistrict") or codes.get("village", "")[:6]
    if not subdistrict:
        return {"subdistrict": below}
    villages = {
        code: area.name(selection.lang)
        for code, area in village_names(build_id).items()
        if code.startswith(subdistrict)
    }
    return {"subdistrict": below, "village": villages}


def _choose_state() -> None:
    # As in chooser: a widget that says what the link says was not touched.
    state = st.session_state[STATE_KEY]
    if state != st.query_params.get("state", STATES[0]):
        cleared = dict.fromkeys(("order", *(NEED_FILTERS if state == RELAPSED else ())))
        choose_filters(state=state, **cleared)


def _choose_district() -> None:
    if (st.session_state[DISTRICT_KEY] or None) != st.query_params.get("district"):
        choose_filters(**dict.fromkeys(AREA_FILTERS))
    chooser("district", DISTRICT_KEY)()
