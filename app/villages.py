"""The villages of the province, by code."""

from collections.abc import Mapping

import streamlit as st

from app.indicators import Area, areas
from app.warehouse import rows


@st.cache_resource(max_entries=3, show_spinner=False)
def village_names(build_id: str) -> Mapping[str, Area]:
    """Code → village, in order of code; shared by all viewers: read it, never change it."""
    return {
        row["area_code"]: Area(
            row["area_code"],
            row["parent_code"],
            row["name_th"],
            row["name_en"],
            row["has_polygon"],
        )
        for row in rows(build_id, "village_names")
    }


def village_name(build_id: str, language: str, code: str) -> str:
    """A village's code → its name; the code itself where the register has none."""
    village = village_names(build_id).get(code)
    return village.name(language) if village else code


def subdistrict_name(build_id: str, language: str, code: str) -> str:
    """A village's or sub-district's code → the name of its sub-district; blank where unknown."""
    subdistrict = areas(build_id)["subdistrict"].get(code[:6])
    return subdistrict.name(language) if subdistrict else ""


def district_name(build_id: str, language: str, code: str) -> str:
    """Any code below the province → the name of its district; blank where unknown."""
    district = areas(build_id)["district"].get(code[:4])
    return district.name(language) if district else ""
