"""What the reader has chosen: the only owner of the link and of the session's state."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

import streamlit as st

from app.indicators import DIMENSIONS
from app.words import LANGUAGES

MEASURES = ("helped", "solved", "need", "baseline")
CUTOFFS = ("1", "2", "3", "4", "5")
MOST_COMPARED = 4
STORE = "selection"
CHOSEN = "chosen_codes"
USUAL = "usual_codes"
REFUSED = "refused_codes"
BUILD = "build_id"
PAGE, FIRST_PAGE = "page", "1"

Allowed = Mapping[str, Container[str] | Callable[[str], bool]]


@dataclass(frozen=True)
class Selection:
    """Codes of what is chosen, as they stand in the link: ?lang=en&district=4007&month=2020-09.

    districts are those set side by side, up to four, parted by commas; since is the month that a
    change counts from; cutoff is the fewest deprivations of the poor.
    """

    lang: str
    dimension: str
    measure: str
    month: str
    district: str | None = None
    indicator: str | None = None
    districts: str | None = None
    since: str | None = None
    cutoff: str | None = None

    @property
    def compared(self) -> tuple[str, ...]:
        """The codes of the districts that are set side by side, in the order they were chosen."""
        return tuple(self.districts.split(",")) if self.districts else ()

    def codes(self) -> dict[str, str]:
        """The codes that are set, by their name in the link."""
        return {name: value for name, value in asdict(self).items() if value}


NAMES = tuple(field.name for field in fields(Selection))


def defaults(months: Sequence[str]) -> Selection:
    """Months of the data → what is shown when nothing is chosen: the last month, in Thai."""
    return Selection(LANGUAGES[0], DIMENSIONS[0], MEASURES[0], months[-1] if months else "")


def settle(
    given: Mapping[str, str | None],
    months: Sequence[str],
    districts: Sequence[str],
    indicators: Sequence[str],
) -> tuple[Selection, dict[str, str]]:
    """Codes that were given → the selection, and the codes that had to be put aside."""
    allowed: dict[str, Sequence[str]] = {
        "lang": LANGUAGES,
        "dimension": DIMENSIONS,
        "measure": MEASURES,
        "month": months,
        "district": districts,
        "indicator": indicators,
        "since": months,
        "cutoff": CUTOFFS,
    }
    start = asdict(defaults(months))

    def is_known(name: str, code: str) -> bool:
        return are_compared(code, districts) if name == "districts" else code in allowed[name]

    chosen = {name: code for name in NAMES if (code := given.get(name)) and is_known(name, code)}
    refused = {name: value for name in NAMES if (value := given.get(name)) and name not in chosen}
    return Selection(**{**start, **chosen}), refused


def are_compared(code: str, districts: Sequence[str]) -> bool:
    """Does a code name up to four districts, each once?"""
    named = code.split(",")
    return len(set(named)) == len(named) <= MOST_COMPARED and set(named) <= set(districts)


def read(months: Sequence[str], districts: Sequence[str], indicators: Sequence[str]) -> Selection:
    """What was just chosen, the link, this session → the selection; the link is made to say it.

    What a link gives wins over what the session remembers, so a shared link opens the same view.
    """
    link = st.query_params.to_dict()
    remembered = st.session_state.get(STORE, {})
    given = {**remembered, **link, **st.session_state.pop(CHOSEN, {})}
    selection, refused = settle(given, months, districts, indicators)
    usual = defaults(months).codes()
    st.session_state.update({STORE: selection.codes(), REFUSED: refused, USUAL: usual})
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
    """Codes by their name in the link, None to clear one → chosen when the frame reads next."""
    st.session_state[CHOSEN] = {**st.session_state.get(CHOSEN, {}), **codes}


def current() -> Selection:
    """The selection that the frame has read in this run."""
    return Selection(**st.session_state[STORE])


def show_build(build_id: str) -> None:
    """Makes every part of this run read one build, whatever is published meanwhile."""
    st.session_state[BUILD] = build_id


def shown_build() -> str:
    """The id of the build that this run shows."""
    return str(st.session_state[BUILD])


def refused() -> dict[str, str]:
    """Codes of the link that do not exist, by name."""
    codes: dict[str, str] = st.session_state.get(REFUSED, {})
    return codes


def chooser(name: str, key: str) -> Callable[[], None]:
    """A code's name and a widget's key → the callback that chooses what the widget holds."""

    def choose_value() -> None:
        # Until an answer has reached the browser, every message from it repeats the widget's old
        # value, and the old link with it: a widget that says what the link says was not touched.
        held, usual = st.session_state[key], st.session_state[USUAL]
        code = ",".join(held) if isinstance(held, list) else held
        if (code or None) != st.query_params.get(name, usual.get(name)):
            choose(**{name: code or None})

    return choose_value


def component_chooser(key: str) -> Callable[[], None]:
    """A component's key → the callback that chooses what the component reports."""

    def choose_values() -> None:
        reported: Mapping[str, str] = st.session_state[key].get("choice") or {}
        choose(**{name: code or None for name, code in reported.items() if name in NAMES})

    return choose_values


def filters(allowed: Allowed) -> dict[str, str]:
    """A page's own codes, name → the values it knows → those in the link; others are taken out.

    They live in the link alone, so another page knows nothing of them. What is put aside is told
    by the heading, which therefore comes after. Raises ValueError for a name of the selection.
    """
    if taken := sorted(allowed.keys() & set(NAMES)):
        raise ValueError(f"the selection has codes of these names already: {', '.join(taken)}")
    given = {name: code for name in allowed if (code := st.query_params.get(name))}
    known = {name: code for name, code in given.items() if _knows(allowed[name], code)}
    unknown = {name: code for name, code in given.items() if name not in known}
    st.session_state[REFUSED] = {**refused(), **unknown}
    for name in unknown:
        del st.query_params[name]
    return known


def _knows(allowed: Container[str] | Callable[[str], bool], code: str) -> bool:
    return allowed(code) if callable(allowed) else code in allowed


def page_codes() -> dict[str, str]:
    """The codes of the link that a page has for itself."""
    return {name: code for name, code in st.query_params.items() if name not in NAMES}


def choose_filters(**codes: str | None) -> None:
    """A page's own codes, None to clear one → put into the link, and the list back on page 1.

    All at once: each change of the link is a step in the browser's history.
    """
    link = {name: st.query_params.get_all(name) for name in st.query_params}
    wanted = dict(link)
    for name, code in {PAGE: FIRST_PAGE, **codes}.items():
        wanted.pop(name, None)
        if code and (name, code) != (PAGE, FIRST_PAGE):
            wanted[name] = [code]
    if wanted != link:
        st.query_params.from_dict(wanted)


def filter_chooser(name: str, key: str) -> Callable[[], None]:
    """A filter's name and a widget's key → the callback that chooses what the widget holds."""

    def choose_value() -> None:
        # As in chooser: a widget that says what the link says was not touched.
        held = st.session_state[key]
        code = ",".join(held) if isinstance(held, list) else held
        if (code or None) != st.query_params.get(name):
            choose_filters(**{name: code or None})

    return choose_value


def filter_component_chooser(key: str) -> Callable[[], None]:
    """A component's key → the callback that chooses the filters that the component reports."""

    def choose_values() -> None:
        reported: Mapping[str, str] = st.session_state[key].get("choice") or {}
        codes = {name: code or None for name, code in reported.items() if name not in NAMES}
        if codes:
            choose_filters(**codes)

    return choose_values
