"""Help that agencies gave, counted three ways, and what it came to by source and dimension."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import streamlit as st

from app.indicators import DIMENSIONS, months
from app.warehouse import rows

COUNTS = ("events", "households", "baht")
ANY = "any"
COLUMNS = (ANY, *DIMENSIONS)
POWERS = ("inside", "outside")

Grouping = Literal["all", "agency", "agency_type", "fund_source", "power"]


class Group(NamedTuple):
    """Which help is counted: all, or that of an agency, a type, a source or a power."""

    grouping: Grouping = "all"
    code: str = "all"


class Help(NamedTuple):
    """Counted help: events, households that got any, baht, and events without a value."""

    events: int = 0
    households: int = 0
    baht: float = 0
    events_without_value: int = 0


Totals = Mapping[Group, Mapping[str, Help]]  # group → dimension or any → help
NO_HELP = Help()


@st.cache_resource(max_entries=64, show_spinner=False)
def help_totals(build_id: str, month: str, district_code: str | None) -> Totals:
    """Help up to the end of a month, in a district or the province; shared: never change it.

    A household is counted once in each group and dimension, so groups do not add up.
    """
    found: dict[Group, dict[str, Help]] = {}
    for row in rows(build_id, "help_totals", month=month, district_code=district_code):
        group = Group(row["grouping"], row["code"])
        counted = Help(*(row[name] for name in Help._fields))
        found.setdefault(group, {})[row["dimension"]] = counted
    return found


def help_of(found: Totals, group: Group, dimension: str = ANY) -> Help:
    """The help of a group in a dimension; nothing where it gave none."""
    return found.get(group, {}).get(dimension, NO_HELP)


def fullest_cell(build_id: str, count: str) -> float:
    """The most that an agency reaches in one dimension in the whole programme, as one count.

    The scale of every bar in the matrix, whatever month or district is chosen.
    """
    found = help_totals(build_id, months(build_id)[-1], None)
    cells = [
        getattr(counted, count)
        for group, by_dimension in found.items()
        for dimension, counted in by_dimension.items()
        if group.grouping == "agency" and dimension != ANY
    ]
    return max(cells, default=0) or 1


@st.cache_resource(max_entries=64, show_spinner=False)
def help_outside(build_id: str, month: str, district_code: str | None) -> tuple[int, float]:
    """Completed help that no figure of the month counts: events and their baht."""
    found: dict[str, Any] = rows(
        build_id, "help_outside", month=month, district_code=district_code
    )[0]
    return found["events"], found["baht"]
