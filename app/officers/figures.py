"""Officers, their households and reports by district, on the last day of data."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import streamlit as st

from app.warehouse import rows

OFFICER_VIEWS = ("officers", "overloaded", "idle", "never")
# Officers with one report of the month each, so that they are as many as the reports.
MONTH_VIEWS = ("due", "received", "on_time", "not_on_time")
REPORT_VIEWS = ("late", "missing")
HOUSEHOLD_VIEWS = ("households", "paired", "unpaired", "gaps", "not_visited")
VIEWS = (*OFFICER_VIEWS, *MONTH_VIEWS, *REPORT_VIEWS, *HOUSEHOLD_VIEWS)


class Officers(NamedTuple):
    """Counts of one district or more: officers and what stands out, reports, households.

    overloaded have more households than the rule allows, idle have none now and never_paired
    never had one; gaps are households without a visit for longer than the rule allows.
    """

    officers: int
    overloaded: int
    idle: int
    never_paired: int
    late_reports: int
    missing_reports: int
    households: int
    paired: int
    gaps: int

    @property
    def unpaired(self) -> int:
        """Households of the programme without an officer."""
        return self.households - self.paired


@st.cache_resource(max_entries=3, show_spinner=False)
def officers_by_district(build_id: str) -> Mapping[str, Officers]:
    """District → its counts; shared by all viewers: read it, never change it."""
    return {
        row["district_code"]: Officers(*(row[name] for name in Officers._fields))
        for row in rows(build_id, "officers_by_district")
    }


def together(found: Iterable[Officers]) -> Officers:
    """Counts of districts → those of all of them; an officer and a household are of one only."""
    every = [Officers(*([0] * len(Officers._fields))), *found]
    return Officers(*(sum(column) for column in zip(*every, strict=True)))


def shown_officers(build_id: str, district_code: str | None) -> Officers:
    """Counts of a district, or of the province for None."""
    found = officers_by_district(build_id)
    if district_code is None:
        return together(found.values())
    return together([found[district_code]] if district_code in found else [])
