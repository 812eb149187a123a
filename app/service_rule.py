"""The rules of the work that a warehouse was built by, which pages say in words."""

from typing import NamedTuple

import streamlit as st

from app.warehouse import rows

RULES_FILE = "data/reference/service_rules.toml"


class ServiceRule(NamedTuple):
    """Days between two events of help that make it repeated, and do an agency's own count too?

    Households that an officer may have, days without a visit that make a gap, days without an
    answer that make a referral stale.
    """

    repeated_help_window_days: int
    repeated_help_same_agency_counts: bool
    households_per_official: int
    visit_gap_days: int
    referral_stale_days: int


@st.cache_resource(max_entries=3, show_spinner=False)
def service_rule(build_id: str) -> ServiceRule:
    """The rules of a build, each an officer's to change in RULES_FILE."""
    return ServiceRule(**rows(build_id, "service_rule")[0])
