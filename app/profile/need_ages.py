"""For how long the households that wait in a district have waited."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from app.warehouse import rows

# Months since a need was verified, from which a household has waited for some time, and for long.
SOME_MONTHS, LONG_MONTHS = 3, 6


class Ages(NamedTuple):
    """Households that wait: less than three months, three to five, six and more."""

    fresh: int
    some: int
    long: int


@st.cache_resource(max_entries=64, show_spinner=False)
def need_ages(build_id: str, district_code: str, month: str) -> Mapping[str, Ages]:
    """A district and a month → dimension → how long its households have waited by the end of it.

    The result is shared by all viewers: read it, never change it.
    """
    found: dict[str, dict[int, int]] = {}
    for row in rows(build_id, "open_need_age", district_code=district_code, month=month):
        found.setdefault(row["dimension"], {})[row["months_waited"]] = row["households"]
    return {dimension: in_bands(waited) for dimension, waited in found.items()}


def in_bands(waited: Mapping[int, int]) -> Ages:
    """Months waited → households, as their number in each of the three bands."""
    fresh = sum(n for months, n in waited.items() if months < SOME_MONTHS)
    long = sum(n for months, n in waited.items() if months >= LONG_MONTHS)
    return Ages(fresh, sum(waited.values()) - fresh - long, long)
