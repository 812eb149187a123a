"""The two builds that are compared, and what the command line says of them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import streamlit as st

from app.command_line import answer_of
from app.selection import filters
from app.warehouse import snapshots
from app.words import time_name

THAI_TIME = timedelta(hours=7)
BUILD_TIME = "%Y%m%dT%H%M%S"
PAIRS_KEPT = 16


class Pair(NamedTuple):
    """The ids of an earlier and a later build."""

    earlier: str
    later: str


@st.cache_resource(max_entries=PAIRS_KEPT, show_spinner=False)
def changes_between(earlier: str, later: str) -> Mapping[str, Any]:
    """Two builds → what the later says otherwise; shared by all viewers. Raises StoppedError."""
    found: Mapping[str, Any] = answer_of("changes", earlier, later)
    return found


def chosen_pair(shown: str) -> Pair | None:
    """The build on screen and the link → the two builds; None while there is only one."""
    usual = usual_later(shown)
    later = filters({"later": later_choices()}).get("later", usual)
    if later is None:
        return None
    earlier = earlier_choices(later)
    return Pair(filters({"earlier": earlier}).get("earlier", earlier[0]), later)


def later_choices() -> list[str]:
    """The builds that have an earlier one, the newest first."""
    return snapshots()[:-1]


def earlier_choices(later: str) -> list[str]:
    """A build → those made before it, the newest first."""
    return [build_id for build_id in snapshots() if build_id < later]


def usual_later(shown: str) -> str | None:
    """The build on screen → it, or the newest where none is older; None where there is one only."""
    choices = later_choices()
    return shown if shown in choices else next(iter(choices), None)


def build_name(language: str, build_id: str) -> str:
    """A build → the day and time when it was made, in Thai time; its id where that tells none."""
    try:
        made = datetime.strptime(build_id.partition("-")[0], BUILD_TIME)
    except ValueError:
        return build_id
    return time_name(language, made + THAI_TIME)
