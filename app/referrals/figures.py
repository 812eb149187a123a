"""Referrals up to the end of a month by who must answer, dimension and district."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from app.warehouse import rows

HOLDERS = ("district", "province", "ministry")
STATES = ("waiting", "answered", "all")
AGES = ("stale",)
MOST_MONTHS_KEPT = 24


class Group(NamedTuple):
    """Which referrals are counted: of a district, of who must answer, of a dimension; None is all.

    A holder and a dimension are never counted together.
    """

    district_code: str | None = None
    holder: str | None = None
    dimension: str | None = None


class Referrals(NamedTuple):
    """Counts of referrals: all, waiting for an answer, of these older than the rule, answered.

    The medians are days: of those that wait since they were sent, of the answered until answered.
    """

    referrals: int = 0
    waiting: int = 0
    stale: int = 0
    answered: int = 0
    median_open_days: float | None = None
    median_answer_days: float | None = None


NONE = Referrals()


@st.cache_resource(max_entries=MOST_MONTHS_KEPT, show_spinner=False)
def referral_counts(build_id: str, month: str) -> Mapping[Group, Referrals]:
    """A month → every group that has referrals; shared by all viewers: read, never change it."""
    return {
        Group(row["district_code"], row["holder"], row["dimension"]): Referrals(
            *(row[name] for name in Referrals._fields)
        )
        for row in rows(build_id, "referral_counts", month=month)
    }
