"""What the rules of doubt found, and how fresh and complete each source is."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

import streamlit as st

from app.indicators import Area
from app.warehouse import rows

# Rules that find a figure doubtful, and not only late or told apart.
DOUBT_RULES = ("suspicious_zero", "few_needs")


class Rule(NamedTuple):
    """One rule in words, in the language that is asked for."""

    rule: str
    title: str
    meaning: str
    remedy: str


class Finding(NamedTuple):
    """What a rule found in an area over its months: so many, if counted, beside what was expected.

    area is None where a source as a whole is doubtful, district_code where the area lies.
    """

    rule: str
    indicator: str | None
    source: str | None
    area: Area | None
    district_code: str | None
    first_month: str | None
    last_month: str | None
    months: int
    found: int | None
    expected: int | None


class Freshness(NamedTuple):
    """One source: the date of its last record, the day of its last file, its rows."""

    source: str
    last_record_date: date | None
    last_received_at: datetime
    rows: int
    refused_rows: int
    files: int


class Coverage(NamedTuple):
    """One source in one district: households or reports covered, the last month of news."""

    last_record_month: str | None
    covered: int
    covered_of: int


@st.cache_resource(max_entries=6, show_spinner=False)
def rules(build_id: str, language: str) -> tuple[Rule, ...]:
    """The rules by which the build was looked through, those of doubtful figures first."""
    found = [
        Rule(row["rule"], *(row[f"{word}_{language}"] for word in ("title", "meaning", "remedy")))
        for row in rows(build_id, "quality_rules")
    ]
    return tuple(sorted(found, key=lambda each: each.rule not in DOUBT_RULES))


@st.cache_resource(max_entries=3, show_spinner=False)
def findings(build_id: str) -> tuple[Finding, ...]:
    """Everything that the rules found, in order of rule, indicator and area."""
    return tuple(_finding(row) for row in rows(build_id, "quality_findings"))


def _finding(row: Mapping[str, Any]) -> Finding:
    code = row["area_code"]
    area = Area(code, row["parent_code"], row["name_th"], row["name_en"], False) if code else None
    return Finding(
        row["rule"],
        row["indicator"],
        row["source"],
        area,
        code[:4] if code else None,
        row["first_month"],
        row["last_month"],
        row["months"],
        row["found"],
        row["expected"],
    )


@st.cache_resource(max_entries=3, show_spinner=False)
def freshness(build_id: str) -> tuple[Freshness, ...]:
    """Every source that the build was made from."""
    return tuple(Freshness(**row) for row in rows(build_id, "source_freshness"))


@st.cache_resource(max_entries=3, show_spinner=False)
def coverage(build_id: str) -> Mapping[str, Mapping[str, Coverage]]:
    """District → source → how much of the district the source tells of."""
    found: dict[str, dict[str, Coverage]] = {}
    for row in rows(build_id, "source_coverage"):
        covered = Coverage(row["last_record_month"], row["covered"], row["covered_of"])
        found.setdefault(row["district_code"], {})[row["source"]] = covered
    return found
