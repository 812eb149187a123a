"""The list below the counts: the officers of a view, their reports, or its households."""

from collections.abc import Mapping

import streamlit as st

from app.access import household_count, household_part
from app.officers.figures import HOUSEHOLD_VIEWS, MONTH_VIEWS, REPORT_VIEWS
from app.officers.rows import (
    HOUSEHOLD_KINDS,
    OFFICER_KINDS,
    REPORT_KINDS,
    columns_of,
    household_line,
    officer_line,
    report_line,
)
from app.rows.opened_household import open_household
from app.rows.paging import paging
from app.rows.row_list import row_list
from app.selection import Selection, choose_filters
from app.service_rule import service_rule
from app.villages import district_name
from app.words import month_name, text

KEY = "officers_list"
# Without an order in the link, what a view is of comes first.
ORDERS = {"idle": "official_id", "never": "official_id"}
USUAL_ORDER, REPORT_ORDER, HOUSEHOLD_ORDER = "-households", "-month", "-gap_days"


def kinds_of(view: str) -> Mapping[str, str]:
    """A view → the columns of its list, by what they hold."""
    if view in HOUSEHOLD_VIEWS:
        return HOUSEHOLD_KINDS
    return REPORT_KINDS if view in REPORT_VIEWS else OFFICER_KINDS


def officers_list(
    build_id: str, selection: Selection, view: str, month: str, codes: Mapping[str, str]
) -> None:
    """The rows of a view, month being that of reports; a row opens its households or page."""
    if view in HOUSEHOLD_VIEWS:
        _households(build_id, selection, view, codes)
    elif view in REPORT_VIEWS:
        _reports(build_id, selection, view, codes)
    else:
        _officers(build_id, selection, view, month, codes)


def _officers(
    build_id: str, selection: Selection, view: str, month: str, codes: Mapping[str, str]
) -> None:
    asked = {"district_code": selection.district, "view": view, "month": month}
    total = household_count(build_id, "officers", **asked)
    shown = paging(codes, total, ORDERS.get(view, USUAL_ORDER))
    found = household_part(build_id, "officers", shown.part("official_id"), **asked)
    rule = service_rule(build_id)
    opened = row_list(
        KEY,
        selection,
        columns_of(selection.lang, OFFICER_KINDS),
        [officer_line(build_id, selection, row, rule) for row in found],
        shown,
        list_title(build_id, selection, view, month, codes),
    )
    if opened:
        _open_households_of(opened)


def _reports(build_id: str, selection: Selection, view: str, codes: Mapping[str, str]) -> None:
    asked = {"district_code": selection.district, "view": view}
    total = household_count(build_id, "officer_reports", **asked)
    shown = paging(codes, total, REPORT_ORDER)
    part = shown.part("official_id", "month")
    opened = row_list(
        KEY,
        selection,
        columns_of(selection.lang, REPORT_KINDS),
        [
            report_line(build_id, selection, row)
            for row in household_part(build_id, "officer_reports", part, **asked)
        ],
        shown,
        list_title(build_id, selection, view, "", codes),
    )
    if opened:
        _open_households_of(opened.partition(" ")[0])


def _open_households_of(official_id: str) -> None:
    choose_filters(view="paired", official=official_id, order=None)
    st.rerun()


def _households(build_id: str, selection: Selection, view: str, codes: Mapping[str, str]) -> None:
    asked = {
        "district_code": selection.district,
        "official_id": codes.get("official"),
        "view": view,
        "month": selection.month,
    }
    total = household_count(build_id, "officer_households", **asked)
    shown = paging(codes, total, HOUSEHOLD_ORDER)
    found = household_part(build_id, "officer_households", shown.part("household_id"), **asked)
    rule = service_rule(build_id)
    opened = row_list(
        KEY,
        selection,
        columns_of(selection.lang, HOUSEHOLD_KINDS),
        [household_line(build_id, selection, row, rule) for row in found],
        shown,
        list_title(build_id, selection, view, selection.month, codes),
    )
    if opened:
        open_household(selection, "officers", opened)


def list_title(
    build_id: str, selection: Selection, view: str, month: str, codes: Mapping[str, str]
) -> str:
    """What the list holds: the view, its month if it has one, the officer and the district."""
    parts = [text(selection.lang, f"officers.view_{view}")]
    if view in (*MONTH_VIEWS, "not_visited"):
        parts.append(month_name(selection.lang, month))
    if view in HOUSEHOLD_VIEWS and "official" in codes:
        parts.append(text(selection.lang, "officers.of_officer", officer=codes["official"]))
    if selection.district:
        name = district_name(build_id, selection.lang, selection.district)
        parts.append(text(selection.lang, "profile.title", district=name))
    return " · ".join(parts)
