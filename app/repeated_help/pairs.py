"""How much help was given twice, by whom; and which needs no agency has taken."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import streamlit as st

from app.warehouse import rows

NOT_REVIEWED, DUPLICATE, NOT_DUPLICATE = "none", "duplicate", "not_duplicate"
VERDICTS = (NOT_REVIEWED, DUPLICATE, NOT_DUPLICATE)


class Pairs(NamedTuple):
    """Pairs of help events, their households, the baht of the later ones, those without a value."""

    pairs: int = 0
    households: int = 0
    value_baht: float = 0
    pairs_without_value: int = 0


class Summary(NamedTuple):
    """All pairs, and those of each verdict; at stake are those that no review has cleared."""

    every: Pairs
    by_verdict: Mapping[str, Pairs]

    @property
    def at_stake_baht(self) -> float:
        """The baht of later events that no review has found to be no duplicate."""
        return sum(self.by_verdict[each].value_baht for each in (NOT_REVIEWED, DUPLICATE))

    @property
    def at_stake_pairs(self) -> int:
        """The pairs that no review has found to be no duplicate."""
        return sum(self.by_verdict[each].pairs for each in (NOT_REVIEWED, DUPLICATE))

    @property
    def at_stake_without_value(self) -> int:
        """The pairs at stake whose later event has no value."""
        return sum(self.by_verdict[each].pairs_without_value for each in (NOT_REVIEWED, DUPLICATE))


class Untaken(NamedTuple):
    """Needs that no agency has taken: how many, and for how many days they have been open."""

    needs: int
    longest_days: int
    median_days: int


@st.cache_resource(max_entries=64, show_spinner=False)
def summary(build_id: str, month: str, district_code: str | None) -> Summary:
    """A month such as 2020-09 and a district, if any → the pairs up to the end of the month."""
    found = {
        row.pop("verdict"): Pairs(**row)
        for row in rows(build_id, "repeated_help_summary", month=month, district_code=district_code)
    }
    return Summary(found.get("all", Pairs()), {each: found.get(each, Pairs()) for each in VERDICTS})


@st.cache_resource(max_entries=64, show_spinner=False)
def agency_pairs(
    build_id: str, month: str, district_code: str | None
) -> tuple[Mapping[str, Any], ...]:
    """Month and district → who repeated whom, the most frequent first, without cleared pairs."""
    return tuple(rows(build_id, "repeated_help_agencies", month=month, district_code=district_code))


@st.cache_resource(max_entries=64, show_spinner=False)
def untaken_needs(
    build_id: str, month: str, district_code: str | None
) -> Mapping[str, Mapping[str, Untaken]]:
    """Month and district → district → dimension → its open needs that no agency has taken."""
    found: dict[str, dict[str, Untaken]] = {}
    for row in rows(build_id, "unassigned_needs", month=month, district_code=district_code):
        found.setdefault(row["district_code"], {})[row["dimension"]] = Untaken(
            row["needs"], row["longest_days"], row["median_days"]
        )
    return found
