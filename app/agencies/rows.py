"""The list below the figures: events of help behind a number, or a district fund's movements."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app.access import household_count, household_part
from app.agencies.figures import ANY, COUNTS, POWERS, Group, help_of, help_totals
from app.agencies.links import CODE_OF
from app.agencies.register import AGENCY_TYPES, FUND_SOURCES, agencies
from app.indicators import DIMENSIONS
from app.rows.filter_choice import filter_choice
from app.rows.paging import paging
from app.rows.row_list import Cell, Column, Kind, Line, href, row_list
from app.selection import Allowed, Selection
from app.villages import district_name
from app.warehouse import Row
from app.words import day_name, number, text

KEY = "agencies_list"
HOUSEHOLD_PAGE = "pages/households/household.py"
VIEWS = ("help", "outside", "movements")
FILTERS = ("agency", "type", "fund", "power", "need")
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
MOVEMENTS: Mapping[str, Kind] = {
    "movement_id": "text",
    "district_code": "text",
    "movement_date": "date",
    "direction": "text",
    "amount_baht": "number",
    "purpose": "text",
    "household_id": "text",
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
    }


def kinds_of(view: str) -> Mapping[str, Kind]:
    """A view → the columns of its list and what they hold."""
    return MOVEMENTS if view == "movements" else EVENTS


def names_of(build_id: str, language: str) -> dict[str, dict[str, str]]:
    """The filters of the list → their codes in words."""
    partners = agencies(build_id)
    return {
        "agency": {code: f"{code} {each.name(language)}" for code, each in partners.items()},
        "type": {each: text(language, f"agency_type.{each}") for each in AGENCY_TYPES},
        "fund": {each: text(language, f"fund_source.{each}") for each in FUND_SOURCES},
        "power": {each: text(language, f"power.{each}") for each in POWERS},
        "need": {each: text(language, f"dimension.{each}") for each in DIMENSIONS},
    }


def help_choices(build_id: str, selection: Selection, codes: Mapping[str, str]) -> None:
    """The filters of the list of help, as they stand in the link."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, words in names_of(build_id, selection.lang).items():
            filter_choice(selection, name, words, codes.get(name))


def rows_of_view(build_id: str, selection: Selection, view: str, codes: Mapping[str, str]) -> None:
    """The rows of a view, sorted and paged by the codes; a row opens the household, if any."""
    asked: dict[str, Any] = {"month": selection.month, "district_code": selection.district}
    if view == "movements":
        query, key, order, line = "fund_movements", "movement_id", "movement_date", movement_line
    else:
        query, key, order, line = "help_events", "help_number", "-help_date", event_line
        asked |= {"view": view, **{name: codes.get(name) for name in FILTERS}}
    total = events_added_up(build_id, selection, view, codes)
    if total is None:
        total = household_count(build_id, query, **asked)
    shown = paging(codes, total, order)
    found = household_part(build_id, query, shown.part(key), **asked)
    opened = row_list(
        KEY,
        selection,
        columns_of(selection.lang, view),
        [line(build_id, selection, row) for row in found],
        shown,
        list_title(build_id, selection, view, codes),
    )
    if opened:
        household = opened.partition(" ")[0]
        st.switch_page(HOUSEHOLD_PAGE, query_params={**selection.codes(), "household": household})


def events_added_up(
    build_id: str, selection: Selection, view: str, codes: Mapping[str, str]
) -> int | None:
    """The events that a list has, where the build has added them up; None where it has not."""
    groups: list[Group] = [
        Group(grouping, codes[name]) for grouping, name in CODE_OF.items() if name in codes
    ]
    if view != "help" or len(groups) > 1:
        return None
    totals = help_totals(build_id, selection.month, selection.district)
    return help_of(totals, groups[0] if groups else Group(), codes.get("need", ANY)).events


def columns_of(language: str, view: str) -> list[Column]:
    """A view → the columns of its list, each of which sorts it."""
    return [
        Column(name, text(language, f"agencies.column_{name}"), kind, True)
        for name, kind in kinds_of(view).items()
    ]


def event_line(build_id: str, selection: Selection, row: Row) -> Line:
    """An event of help → the row of the list; a household may have several."""
    language, partners = selection.lang, agencies(build_id)
    agency, fund, power = row["agency_code"], row["fund_source"], row["power"]
    given = text(language, "agencies.in_kind")
    value = Cell(given, row["in_kind"] or "")
    if row["value_baht"] is not None:
        value = Cell(number(row["value_baht"]), row["in_kind"] or "")
    return Line(
        f"{row['household_id']} {row['help_number']}",
        {
            "household_id": row["household_id"],
            "district_code": district_name(build_id, language, row["district_code"]),
            "help_date": day_name(language, row["help_date"]),
            "dimension": Cell(text(language, f"dimension.{row['dimension']}"), row["kind"]),
            "agency_code": Cell(
                agency, partners[agency].name(language) if agency in partners else ""
            ),
            "fund_source": text(language, f"fund_source.{fund}"),
            "power": text(language, f"power.{power}"),
            "value_baht": value,
        },
        href("household", selection, household=row["household_id"]),
    )


def movement_line(build_id: str, selection: Selection, row: Row) -> Line:
    """A movement of a fund → the row of the list; without a household it opens nothing."""
    language, household, way = selection.lang, row["household_id"], row["direction"]
    return Line(
        f"{household or ''} {row['movement_id']}",
        {
            "movement_id": row["movement_id"],
            "district_code": district_name(build_id, language, row["district_code"]),
            "movement_date": day_name(language, row["movement_date"]),
            "direction": text(language, f"agencies.direction_{way}"),
            "amount_baht": number(row["amount_baht"]),
            "purpose": row["purpose"] or "",
            "household_id": household or "",
        },
        href("household", selection, household=household) if household else None,
    )


def list_title(build_id: str, selection: Selection, view: str, codes: Mapping[str, str]) -> str:
    """What the list holds: the view and every filter that limits it."""
    language = selection.lang
    parts = [text(language, f"agencies.view_{view}")]
    if view != "movements":
        names = names_of(build_id, language)
        parts += [names[name][codes[name]] for name in FILTERS if name in codes]
    if selection.district:
        name = district_name(build_id, language, selection.district)
        parts.append(text(language, "profile.title", district=name))
    return " · ".join(parts)
