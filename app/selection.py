"""What the reader has chosen: the only owner of the link and of the session's state."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import streamlit as st

from app.indicators import DIMENSIONS
from app.words import LANGUAGES

MEASURES = ("helped", "solved", "need", "baseline")
STORE = "selection"
REFUSED = "refused_codes"


@dataclass(frozen=True)
class Selection:
    """Codes of what is chosen, as they stand in the link: ?lang=en&district=4007&month=2020-09."""

    lang: str
    dimension: str
    measure: str
    month: str
    district: str | None

    def codes(self) -> dict[str, str]:
        """The codes that are set, by their name in the link."""
        return {name: value for name, value in asdict(self).items() if value}


NAMES = tuple(field.name for field in fields(Selection))


def defaults(months: Sequence[str]) -> Selection:
    """Months of the data → what is shown when nothing is chosen: the last month, in Thai."""
    return Selection(LANGUAGES[0], DIMENSIONS[0], MEASURES[0], months[-1] if months else "", None)


def settle(
    given: Mapping[str, str | None], months: Sequence[str], districts: Sequence[str]
) -> tuple[Selection, dict[str, str]]:
    """Codes that were given → the selection, and the codes that had to be put aside."""
    allowed: dict[str, Sequence[str]] = {
        "lang": LANGUAGES,
        "dimension": DIMENSIONS,
        "measure": MEASURES,
        "month": months,
        "district": districts,
    }
    start = asdict(defaults(months))
    chosen = {name: given[name] for name in NAMES if given.get(name) in allowed[name]}
    refused = {name: value for name in NAMES if (value := given.get(name)) and name not in chosen}
    return Selection(**{**start, **chosen}), refused


def read(months: Sequence[str], districts: Sequence[str]) -> Selection:
    """The link, and where it is silent this session → the selection; the link is made to say it.

    What a link gives wins over what the session remembers, so a shared link opens the same view.
    """
    link = st.query_params.to_dict()
    remembered = st.session_state.get(STORE, {})
    given = {name: link.get(name, remembered.get(name)) for name in NAMES}
    selection, refused = settle(given, months, districts)
    st.session_state[STORE] = selection.codes()
    st.session_state[REFUSED] = refused
    usual = defaults(months).codes()
    wanted = {
        name: code
        for name, code in selection.codes().items()
        if code != usual.get(name) or (link.get(name) and name not in refused)
    }
    if {name: code for name, code in link.items() if name in NAMES} != wanted:
        others = {name: st.query_params.get_all(name) for name in link if name not in NAMES}
        st.query_params.from_dict({**others, **wanted})
    return selection


def choose(**codes: str | None) -> None:
    """Sets codes by their name in the link; None clears one. For callbacks, before the rerun."""
    remembered = st.session_state.get(STORE, {})
    st.session_state[STORE] = {**remembered, **codes}
    for name, code in codes.items():
        if code:
            st.query_params[name] = code
        else:
            st.query_params.pop(name, None)


def current() -> Selection:
    """The selection that the frame has read in this run."""
    return Selection(**{"district": None, **st.session_state[STORE]})


def refused() -> dict[str, str]:
    """Codes of the link that do not exist, by name."""
    codes: dict[str, str] = st.session_state.get(REFUSED, {})
    return codes


def chooser(name: str, key: str) -> Callable[[], None]:
    """A code's name and a widget's key → the callback that chooses what the widget holds."""

    def choose_value() -> None:
        choose(**{name: st.session_state[key]})

    return choose_value


def component_chooser(key: str, *names: str) -> Callable[[], None]:
    """A component's key and codes → the callback that chooses what the component reports."""

    def choose_values() -> None:
        reported: dict[str, Any] = dict(st.session_state[key])
        choose(**{name: reported[name] or None for name in names if name in reported})

    return choose_values
