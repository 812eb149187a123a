"""The list below the figures: events of help, households helped, or a fund's movements."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import streamlit as st

from app.access import household_count, household_part
from app.agencies.figures import ANY, COUNTS, POWERS, Group, help_of, help_totals
from app.agencies.households import QUERY, helped_households
from app.agencies.lines import event_line, household_line, movement_line
from app.agencies.links import CODE_OF, UNKNOWN
from app.agencies.register import AGENCY_TYPES, FUND_SOURCES, agencies
from app.indicators import DIMENSIONS
from app.rows.filter_choice import filter_choice
from app.rows.opened_household import open_household
from app.rows.paging import paging
from app.rows.row_list import Column, Kind, Line, row_list
from app.selection import Allowed, Selection
from app.villages import district_name
from app.warehouse import Row
from app.words import text

KEY = "agencies_list"
DIRECTIONS = ("in", "out")
HELP_FILTERS = ("agency", "type", "fund", "power", "need", "value")
EVENTS: Mapping[str, Kind] = {
    "household_id": "text",
    "district_code": "text",
    "help_date": "date",
    "dimension": "text",
    "agency_code": "text",
    "fund_source": "text",
    "power": "text",
    "value_baht": "number",
}
HOUSEHOLDS: Mapping[str, Kind] = {
    "household_id": "text",
    "village_code": "text",
    "household_class": "text",
    "events": "number",
    "baht": "number",
    "latest_date": "date",
}
MOVEMENTS: Mapping[str, Kind] = {
    "movement_id": "text",
    "district_code": "text",
    "movement_date": "date",
    "direction": "text",
    "amount_baht": "number",
    "purpose": "text",
    "household_id": "text",
}


class View(NamedTuple):
    """A list: its query, the column that tells its rows apart, its usual order, its columns.

    A household's help is added up for the page that is shown, so its sums sort nothing.
    """

    query: str
    key: str
    order: str
    kinds: Mapping[str, Kind]
    filters: tuple[str, ...]
    line: Callable[[str, Selection, Row], Line]
    sorted_by: tuple[str, ...]


EVENT_VIEW = View(
    "help_events", "help_number", "-help_date", EVENTS, HELP_FILTERS, event_line, tuple(EVENTS)
)
VIEWS = {
    "help": EVENT_VIEW,
    "outside": EVENT_VIEW,
    "helped": View(
        QUERY,
        "household_number",
        "village_code",
        HOUSEHOLDS,
        HELP_FILTERS,
        household_line,
        ("household_id", "village_code"),
    ),
    "movements": View(
        "fund_movements",
        "movement_id",
        "movement_date",
        MOVEMENTS,
        ("direction",),
        movement_line,
        tuple(MOVEMENTS),
    ),
}


def allowed(build_id: str) -> Allowed:
    """The codes of the page in the link and what each may be."""
    return {
        "count": COUNTS,
        "view": VIEWS,
        "agency": agencies(build_id).keys(),
        "type": AGENCY_TYPES,
        "fund": FUND_SOURCES,
        "power": POWERS,
        "need": DIMENSIONS,
        "value": (UNKNOWN,),
        "direction": DIRECTIONS,
    }


def names_of(build_id: str, language: str) -> dict[str, dict[str, str]]:
    """The filters of the list → their codes in words."""
    partners = agencies(build_id)
    return {
        "agency": {code: f"{code} {each.name(language)}" for code, each in partners.items()},
        "type": {each: text(language, f"agency_type.{each}") for each in AGENCY_TYPES},
        "fund": {each: text(language, f"fund_source.{each}") for each in FUND_SOURCES},
        "power": {each: text(language, f"power.{each}") for each in POWERS},
        "need": {each: text(language, f"dimension.{each}") for each in DIMENSIONS},
        "value": {UNKNOWN: text(language, "agencies.in_kind")},
        "direction": {each: text(language, f"agencies.direction_{each}") for each in DIRECTIONS},
    }


def view_choices(build_id: str, selection: Selection, view: str, codes: Mapping[str, str]) -> None:
    """The filters of a view's list, as they stand in the link."""
    words = names_of(build_id, selection.lang)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in VIEWS[view].filters:
            filter_choice(selection, name, words[name], codes.get(name))


def rows_of_view(build_id: str, selection: Selection, view: str, codes: Mapping[str, str]) -> None:
    """The rows of a view, sorted and paged by the codes; a row opens the household, if any."""
    own = VIEWS[view]
    asked: dict[str, Any] = {
        "month": selection.month,
        "district_code": selection.district,
        **{name: codes.get(name) for name in own.filters},
    }
    if own is EVENT_VIEW:
        asked["view"] = view
    total = added_up(build_id, selection, view, codes)
    if total is None:
        total = household_count(build_id, own.query, **asked)
    shown = paging(codes, total, own.order)
    part = shown.part(own.key)
    if view == "helped":
        found = helped_households(build_id, part, asked)
    else:
        found = household_part(build_id, own.query, part, **asked)
    opened = row_list(
        KEY,
        selection,
        columns_of(selection.lang, view),
        [own.line(build_id, selection, row) for row in found],
        shown,
        list_title(build_id, selection, view, codes),
    )
    if opened:
        household = opened.partition(" ")[0]
        open_household(selection, "agencies", household)


def added_up(
    build_id: str, selection: Selection, view: str, codes: Mapping[str, str]
) -> int | None:
    """The rows that a list has, where the build has added them up; None where it has not."""
    groups: list[Group] = [
        Group(grouping, codes[name]) for grouping, name in CODE_OF.items() if name in codes
    ]
    if view not in ("help", "helped") or len(groups) > 1:
        return None
    totals = help_totals(build_id, selection.month, selection.district)
    found = help_of(totals, groups[0] if groups else Group(), codes.get("need", ANY))
    if view == "help":
        return found.events_without_value if "value" in codes else found.events
    return None if "value" in codes else found.households


def columns_of(language: str, view: str) -> list[Column]:
    """A view → the columns of its list."""
    own = VIEWS[view]
    return [
        Column(name, text(language, f"agencies.column_{name}"), kind, name in own.sorted_by)
        for name, kind in own.kinds.items()
    ]


def list_title(build_id: str, selection: Selection, view: str, codes: Mapping[str, str]) -> str:
    """What the list holds: the view and every filter that limits it."""
    language = selection.lang
    parts = [text(language, f"agencies.view_{view}")]
    names = names_of(build_id, language)
    parts += [names[name][codes[name]] for name in VIEWS[view].filters if name in codes]
    if selection.district:
        name = district_name(build_id, language, selection.district)
        parts.append(text(language, "profile.title", district=name))
    return " · ".join(parts)
