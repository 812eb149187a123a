"""Who may read records of households and officers: the one place where they are read."""

from typing import Any

import streamlit as st

from app.indicators import build_info
from app.selection import Selection
from app.warehouse import Part, Row, count, part, rows
from app.words import text

RESTRICTED = "households"


def may_read_households(build_id: str) -> bool:
    """May this reader see records of one household or officer? Only while all are synthetic."""
    return build_info(build_id).is_synthetic


def household_rows(build_id: str, query: str, /, **parameters: Any) -> list[Row]:
    """The rows of app/queries/households/<query>.sql, all of them.

    Raises PermissionError for a reader who may not see them.
    """
    return rows(build_id, _permitted(build_id, query), **parameters)


def household_count(build_id: str, query: str, /, **parameters: Any) -> int:
    """The number of rows of app/queries/households/<query>.sql; raises as household_rows does."""
    return count(build_id, _permitted(build_id, query), **parameters)


def household_part(build_id: str, query: str, asked: Part, /, **parameters: Any) -> list[Row]:
    """A sorted part of the rows of app/queries/households/<query>.sql; raises alike."""
    return part(build_id, _permitted(build_id, query), asked, **parameters)


def _permitted(build_id: str, query: str) -> str:
    if not may_read_households(build_id):
        raise PermissionError(f"{query} holds records of households, which are real in {build_id}")
    return f"{RESTRICTED}/{query}"


def closed_note(selection: Selection) -> None:
    """What a page of household records shows to a reader who may not see them."""
    st.info(text(selection.lang, "access.closed"))
    st.markdown(text(selection.lang, "access.closed_remedy"))
