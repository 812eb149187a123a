"""Who may read records of households and officers: the one place where they are read."""

from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from typing import Any

import streamlit as st

from app.indicators import build_info
from app.list_part import Part, count, part
from app.selection import Selection
from app.warehouse import Row, rows
from app.words import text

RESTRICTED = "households"
# What a server in between adds for a reader who sits elsewhere.
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")


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


def may_import() -> bool:
    """May this reader bring files in? Until there is sign-in, only at the machine itself."""
    return _is_here(st.context.ip_address) and not any(
        name in st.context.headers for name in FORWARDED
    )


def _is_here(address: str | None) -> bool:
    # Streamlit gives no address for the machine itself.
    try:
        return address is None or ip_address(address).is_loopback
    except ValueError:
        return False


def require_import() -> None:
    """Raises PermissionError for a reader who may not bring files in."""
    if not may_import():
        raise PermissionError("files are brought in only at the machine itself")


def listed_households(changes: Mapping[str, Any]) -> Sequence[Row]:
    """What changed between two builds → the households of it.

    Raises PermissionError where either of the builds holds real ones.
    """
    if not changes["is_synthetic"]:
        raise PermissionError("the changes name households, which are real")
    listed: Sequence[Row] = changes["households"]
    return listed


def closed_note(selection: Selection) -> None:
    """What a page of household records shows to a reader who may not see them."""
    st.info(text(selection.lang, "access.closed"))
    st.markdown(text(selection.lang, "access.closed_remedy"))
