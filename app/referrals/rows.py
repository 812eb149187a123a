"""The list of referrals: columns, filters and rows in words."""

from collections.abc import Mapping

import streamlit as st

from app.access import household_count, household_part
from app.indicators import DIMENSIONS
from app.referrals.figures import AGES, HOLDERS, STATES
from app.rows.filter_choice import filter_choice
from app.rows.opened_household import open_household
from app.rows.paging import paging
from app.rows.row_list import Cell, Column, Kind, Line, href, row_list
from app.selection import Selection
from app.service_rule import ServiceRule, service_rule
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import day_name, number, text

KEY = "referrals_list"
USUAL_STATE, USUAL_ORDER = "waiting", "opened_date"
KINDS: Mapping[str, Kind] = {
    "household_id": "text",
    "village_code": "text",
    "dimension": "text",
    "to_holder": "text",
    "opened_date": "date",
    "days": "number",
    "answered_date": "date",
}
ALLOWED = {"state": STATES, "age": AGES, "holder": HOLDERS, "need": DIMENSIONS}


def referral_choices(build_id: str, selection: Selection, codes: Mapping[str, str]) -> None:
    """The filters of the list, as they stand in the link."""
    language, days = selection.lang, number(service_rule(build_id).referral_stale_days)
    words = {
        "state": {each: text(language, f"referrals.state_{each}") for each in STATES},
        "holder": {each: text(language, f"holder.{each}") for each in HOLDERS},
        "age": {each: text(language, f"referrals.age_{each}", days=days) for each in AGES},
        "need": {each: text(language, f"dimension.{each}") for each in DIMENSIONS},
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, labels in words.items():
            usual = USUAL_STATE if name == "state" else None
            filter_choice(selection, name, labels, codes.get(name, usual))


def referral_list(build_id: str, selection: Selection, codes: Mapping[str, str]) -> None:
    """The referrals of the filters, sorted and paged by the codes; a row opens the household."""
    asked = {
        "month": selection.month,
        "district_code": selection.district,
        "state": codes.get("state", USUAL_STATE),
        **{name: codes.get(name) for name in ("age", "holder", "need")},
    }
    total = household_count(build_id, "referrals", **asked)
    shown = paging(codes, total, USUAL_ORDER)
    found = household_part(build_id, "referrals", shown.part("referral_id"), **asked)
    opened = row_list(
        KEY,
        selection,
        [Column(name, _head(selection, name), kind, True) for name, kind in KINDS.items()],
        [referral_line(build_id, selection, row, service_rule(build_id)) for row in found],
        shown,
        list_title(build_id, selection, codes),
    )
    if opened:
        household = opened.partition(" ")[0]
        open_household(selection, "referrals", household)


def referral_line(build_id: str, selection: Selection, row: Row, rule: ServiceRule) -> Line:
    """A referral → the row of the list; a household may have several, so both make up its id."""
    language = selection.lang
    is_stale = row["is_waiting"] and row["days"] > rule.referral_stale_days
    answered, sender = row["answered_date"], row["from_holder"]
    ended = text(language, f"referrals.{'not_answered' if row['is_waiting'] else 'closed'}")
    return Line(
        f"{row['household_id']} {row['referral_id']}",
        {
            "household_id": row["household_id"],
            "village_code": Cell(
                village_name(build_id, language, row["village_code"]),
                district_name(build_id, language, row["district_code"]),
            ),
            "dimension": Cell(
                text(language, f"dimension.{row['dimension']}"), row["problem"] or ""
            ),
            "to_holder": Cell(
                text(language, f"holder.{row['to_holder']}"),
                text(language, "referrals.sent_by", holder=text(language, f"holder.{sender}")),
            ),
            "opened_date": day_name(language, row["opened_date"]),
            "days": Cell(
                "" if row["days"] is None else number(row["days"]),
                tone="urgent" if is_stale else "",
            ),
            "answered_date": day_name(language, answered) if answered else ended,
        },
        href("household", selection, household=row["household_id"]),
    )


def list_title(build_id: str, selection: Selection, codes: Mapping[str, str]) -> str:
    """What the list holds: the state and every filter that limits it."""
    language = selection.lang
    state = codes.get("state", USUAL_STATE)
    parts = [text(language, f"referrals.state_{state}")]
    if age := codes.get("age"):
        stale = number(service_rule(build_id).referral_stale_days)
        parts.append(text(language, f"referrals.age_{age}", days=stale))
    if holder := codes.get("holder"):
        parts.append(text(language, f"holder.{holder}"))
    if need := codes.get("need"):
        parts.append(text(language, f"dimension.{need}"))
    if selection.district:
        name = district_name(build_id, language, selection.district)
        parts.append(text(language, "profile.title", district=name))
    return " · ".join(parts)


def _head(selection: Selection, column: str) -> str:
    return text(selection.lang, f"referrals.head_{column}")
