"""Shares of households with women at their head, children, elderly or disabled, and of the rest."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from app.indicators import province_code
from app.selection import Selection
from app.warehouse import rows

GROUPS = ("woman_headed", "with_child", "with_elderly", "with_disabled")
MEMBERSHIPS = ("yes", "no", "unknown")
MEASURES = ("need", "helped", "solved", "above_line")
# With fewer households than this a share says little, and a district has about 45 in all.
FEW_HOUSEHOLDS = 30


class Share(NamedTuple):
    """Households of a base that something is true of: value and exact 95 % interval in per cent."""

    numerator: int
    denominator: int
    value: float
    lower_pct: float
    upper_pct: float


class Comparison(NamedTuple):
    """A group's share beside that of the rest."""

    group: str
    measure: str
    inside: Share
    outside: Share

    @property
    def gap_points(self) -> float:
        """How many percentage points lie between the two."""
        return abs(self.inside.value - self.outside.value)

    @property
    def is_more_than_chance(self) -> bool:
        """Do the two intervals not overlap?"""
        return (
            self.inside.lower_pct > self.outside.upper_pct
            or self.outside.lower_pct > self.inside.upper_pct
        )

    @property
    def fewest(self) -> int:
        """The smaller of the two bases."""
        return min(self.inside.denominator, self.outside.denominator)


Shares = Mapping[str, Mapping[str, Mapping[str, Share]]]  # group → measure → membership


def shares(build_id: str, selection: Selection, need: str) -> Shares:
    """A dimension or any → the shares of the district, or of the province, in the month."""
    area_code = selection.district or province_code(build_id)
    return _shares(build_id, area_code, selection.month, need)


@st.cache_resource(max_entries=64, show_spinner=False)
def _shares(build_id: str, area_code: str, month: str, dimension: str) -> Shares:
    found: dict[str, dict[str, dict[str, Share]]] = {}
    for row in rows(build_id, "equity", area_code=area_code, month=month, dimension=dimension):
        of_measure = found.setdefault(row["group_code"], {}).setdefault(row["measure"], {})
        of_measure[row["membership"]] = Share(
            row["numerator"],
            row["denominator"],
            row["value"],
            row["lower_pct"],
            row["upper_pct"],
        )
    return found


def comparisons(found: Shares) -> list[Comparison]:
    """Shares → those that a group and the rest both have, in the order in which they are told."""
    return [
        Comparison(group, measure, by_membership["yes"], by_membership["no"])
        for group in GROUPS
        for measure in MEASURES
        if {"yes", "no"} <= (by_membership := found.get(group, {}).get(measure, {})).keys()
    ]
