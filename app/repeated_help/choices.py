"""Which pairs of help are listed: the codes of the link and the lists they are chosen from."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app.agencies.register import AGENCY_TYPES, FUND_SOURCES, agencies
from app.indicators import DIMENSIONS
from app.repeated_help.pairs import VERDICTS
from app.rows.district_filter import district_filter
from app.rows.filter_choice import filter_choice
from app.selection import Allowed, Selection
from app.words import text

AT_STAKE, UNKNOWN = "at_stake", "unknown"
EVERY_VERDICT = (AT_STAKE, *VERDICTS)
VIEWS = ("pairs", "households")
NAMES = ("verdict", "value", "need", "fund", "agency", "first", "second")


def allowed(build_id: str) -> Allowed:
    """The page's own codes and the values that each knows; first and second also take a type."""
    codes = agencies(build_id)
    return {
        "view": VIEWS,
        "verdict": EVERY_VERDICT,
        "value": (UNKNOWN,),
        "need": DIMENSIONS,
        "fund": FUND_SOURCES,
        "agency": codes,
        "first": {*codes, *AGENCY_TYPES},
        "second": {*codes, *AGENCY_TYPES},
    }


def asked(selection: Selection, codes: Mapping[str, str]) -> dict[str, Any]:
    """The codes of the link → what the list's query is asked."""
    return {
        "month": selection.month,
        "district_code": selection.district,
        **{name: codes.get(name) for name in NAMES},
    }


def verdict_name(language: str, verdict: str) -> str:
    """What a review found, in words."""
    return text(language, f"verdict.{verdict}")


def agency_name(build_id: str, language: str, code: str) -> str:
    """An agency's code, or a type of agencies, in words."""
    if code in AGENCY_TYPES:
        return text(language, f"agency_type.{code}")
    return agencies(build_id)[code].name(language)


def filter_row(build_id: str, selection: Selection, codes: Mapping[str, str]) -> None:
    """The lists that narrow the pairs down."""
    language = selection.lang
    offered = {
        "verdict": {each: verdict_name(language, each) for each in EVERY_VERDICT},
        "need": {each: text(language, f"dimension.{each}") for each in DIMENSIONS},
        "fund": {each: text(language, f"fund_source.{each}") for each in FUND_SOURCES},
        "agency": {
            code: f"{code} {agency_name(build_id, language, code)}" for code in agencies(build_id)
        },
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, words in offered.items():
            filter_choice(selection, name, words, codes.get(name))


def place_row(build_id: str, selection: Selection) -> None:
    """The district that all of the page is limited to."""
    district_filter(build_id, selection, "repeated_help_district")


def list_title(build_id: str, selection: Selection, codes: Mapping[str, str]) -> str:
    """What the list holds: pairs or their households, and what narrows them down."""
    view = text(selection.lang, f"repeated_help.view_{codes.get('view', VIEWS[0])}")
    return " · ".join([view, *chosen_in_words(build_id, selection, codes)])


def chosen_in_words(build_id: str, selection: Selection, codes: Mapping[str, str]) -> list[str]:
    """The codes of the link → what narrows the list down, in words."""
    language = selection.lang
    said = []
    if verdict := codes.get("verdict"):
        said.append(verdict_name(language, verdict))
    if "value" in codes:
        said.append(text(language, "repeated_help.without_value"))
    if need := codes.get("need"):
        said.append(text(language, f"dimension.{need}"))
    if fund := codes.get("fund"):
        said.append(text(language, f"fund_source.{fund}"))
    if agency := codes.get("agency"):
        said.append(agency_name(build_id, language, agency))
    for side in ("first", "second"):
        if code := codes.get(side):
            name = agency_name(build_id, language, code)
            said.append(text(language, f"repeated_help.chosen_{side}", agency=name))
    return said
