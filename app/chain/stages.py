"""The chain from target to outcome: its stages, and how many households ended where and why."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from app.indicators import DIMENSIONS
from app.warehouse import rows

STAGES = ("target", "found", "need", "helped", "solved", "above_line")
ANY = "any"
NEEDS = (ANY, *DIMENSIONS)
CLASSES = ("developable", "relief")
EXCLUDED = ("died", "moved", "not_found", "declined")
STATUSES = ("open", "in_progress", "beyond_local_capacity", "closed_unsolved", "solved")
# Why a household that stopped at a stage got no further, in the order in which it is told.
REASONS: Mapping[str, tuple[str, ...]] = {
    "target": EXCLUDED,
    "found": ("no_need", "need_not_verified"),
    "need": (*STATUSES, "helped_later", "solved_later", "solved_without_help"),
    "helped": (*STATUSES, "solved_later"),
    "solved": ("income_below_line", "income_unknown"),
    "above_line": ("above_line",),
}
# A household without a need is not lost on the way: there is nothing to help with.
NOT_LOST = ("no_need", "above_line")

Ended = Mapping[str, Mapping[str, int]]  # stage → reason → households


class Loss(NamedTuple):
    """A stage, how many stopped there though they should not, and the reason of most of them."""

    stage: str
    households: int
    reason: str
    with_reason: int


class Chain(NamedTuple):
    """Households of one dimension by the last stage they reached and why they got no further."""

    ended: Ended

    def stopped(self, stage: str) -> Mapping[str, int]:
        """Reason → households that reached a stage and no further."""
        return self.ended.get(stage, {})

    def reached(self, stage: str) -> int:
        """Households that reached a stage, wherever they stopped after it."""
        later = STAGES[STAGES.index(stage) :]
        return sum(sum(self.stopped(each).values()) for each in later)

    def households(self, stage: str, reason: str | None) -> int:
        """Households that stopped at a stage, for one reason or for any."""
        found = self.stopped(stage)
        return sum(found.values()) if reason is None else found.get(reason, 0)

    def largest_loss(self) -> Loss | None:
        """The stage at which most households are lost; None where none is."""
        losses = []
        for stage in STAGES:
            lost = {
                reason: households
                for reason, households in self.stopped(stage).items()
                if reason not in NOT_LOST
            }
            if lost:
                reason = max(lost, key=lambda each: (lost[each], each))
                losses.append(Loss(stage, sum(lost.values()), reason, lost[reason]))
        return max(losses, key=lambda loss: loss.households, default=None)


@st.cache_resource(max_entries=64, show_spinner=False)
def chains(
    build_id: str, month: str, district_code: str | None, household_class: str | None
) -> Mapping[str, Chain]:
    """A month such as 2020-09, a district and a class, if any → dimension or any → its chain."""
    ended: dict[str, dict[str, dict[str, int]]] = {need: {} for need in NEEDS}
    for row in rows(
        build_id,
        "chain",
        month=month,
        district_code=district_code,
        household_class=household_class,
    ):
        stopped = ended[row["dimension"]].setdefault(row["stage"], {})
        stopped[row["reason"]] = row["households"]
    return {need: Chain(found) for need, found in ended.items()}
