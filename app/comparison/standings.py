"""Where each district stands beside the others, as the warehouse has compared them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from app.indicators import declarations
from app.warehouse import rows


class Standing(NamedTuple):
    """One district's share beside the others'.

    lower_pct and upper_pct are its own 95 % interval, standing where the province's share lies
    outside it; ranks and groups hold for all districts together. 1 is the best of both.
    """

    numerator: int
    denominator: int
    value: float
    lower_pct: float
    upper_pct: float
    standing: str
    rank_best: int
    rank_worst: int
    group_first: int
    group_last: int

    def is_apart_from(self, other: "Standing") -> bool:
        """Can the two be told apart? Then no group holds both."""
        return self.group_last < other.group_first or other.group_last < self.group_first


Standings = Mapping[str, Standing]  # district → where it stands


@st.cache_resource(max_entries=3, show_spinner=False)
def standings(build_id: str) -> Mapping[str, Mapping[str, Standings]]:
    """Indicator → month → district → where it stands; shared by all viewers, never changed."""
    found: dict[str, dict[str, dict[str, Standing]]] = {}
    for row in rows(build_id, "comparison"):
        indicator, month, area = (row.pop(key) for key in ("indicator", "month", "area_code"))
        found.setdefault(indicator, {}).setdefault(month, {})[area] = Standing(**row)
    return found


def latest_month(months: Sequence[str], until: str) -> str | None:
    """The months that have figures → the last of them up to a month; None where none has."""
    return max((month for month in months if month <= until), default=None)


def higher_is_better(build_id: str, indicator: str) -> bool:
    """Which side of an indicator is the better one."""
    return bool(declarations(build_id)[indicator]["direction"] == "higher")


def judged(standing: str, *, higher_is_better: bool) -> str:
    """`higher`, `lower` or `like` → `better`, `worse` or `like`."""
    if standing == "like":
        return standing
    return "better" if (standing == "higher") == higher_is_better else "worse"


def pairs_apart(found: Standings) -> list[tuple[str, str]]:
    """Districts → the pairs of them that can be told apart, the better one first."""
    return [
        (one, other)
        for one in found
        for other in found
        if found[one].group_last < found[other].group_first
    ]
