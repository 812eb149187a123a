"""The register of partners: who they are, of which types, and where their money comes from."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from app.warehouse import rows

AGENCY_TYPES = (
    "government",
    "local_government",
    "private",
    "community",
    "foundation",
    "university",
    "consulate_general",
)
FUND_SOURCES = (
    "regular_budget",
    "private",
    "community_fund",
    "district_fund",
    "foundation",
    "consulate_general",
)


class Agency(NamedTuple):
    """A partner: its names and type; its name may still have to be confirmed."""

    agency_code: str
    name_th: str
    name_en: str
    agency_type: str
    to_be_confirmed: bool

    def name(self, language: str) -> str:
        return self.name_th if language == "th" else self.name_en


@st.cache_resource(max_entries=3, show_spinner=False)
def agencies(build_id: str) -> Mapping[str, Agency]:
    """Code → agency, in order of code; shared by all viewers: read it, never change it."""
    return {row["agency_code"]: Agency(**row) for row in rows(build_id, "agencies")}
