"""What the reader of the chain chooses, and the households that are listed: codes of the link."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import streamlit as st

from app.chain.names import need_name
from app.chain.stages import ANY, CLASSES, NEEDS, REASONS, STAGES, Chain
from app.rows.filter_choice import filter_choice
from app.selection import Allowed, Selection, choose_filters
from app.words import text

KEY = "need_choice"
EVERY_REASON = tuple(dict.fromkeys(reason for each in REASONS.values() for reason in each))
CODES: Allowed = {
    "need": NEEDS,
    "class": CLASSES,
    "stage": STAGES,
    "reason": EVERY_REASON,
    "reached": STAGES,
}


class Listed(NamedTuple):
    """The households of a list: those that stopped at a stage, for a reason if one is named.

    Where reached is named, all that got so far, wherever they stopped.
    """

    stage: str
    reason: str | None = None
    reached: str | None = None

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages at which the listed households stopped."""
        return STAGES[STAGES.index(self.reached) :] if self.reached else (self.stage,)

    def total(self, chain: Chain) -> int:
        """How many households the list has."""
        return (
            chain.reached(self.reached)
            if self.reached
            else chain.households(self.stage, self.reason)
        )

    def parameters(self) -> dict[str, Any]:
        """What the list's query is asked beside month, place, class and dimension."""
        stages = set(self.stages)
        return {
            "stage": self.stages[0] if len(self.stages) == 1 else None,
            "reason": self.reason,
            "from_target": "target" in stages,
            "from_found": "found" in stages,
            "from_need": "need" in stages,
            "from_helped": "helped" in stages,
            "from_solved": bool({"solved", "above_line"} & stages),
        }


def listed(codes: Mapping[str, str], chain: Chain) -> Listed:
    """The codes of the link and the chain shown → what is listed; at first, where most are lost."""
    loss = chain.largest_loss()
    if reached := codes.get("reached"):
        return Listed(reached, None, reached)
    stage = codes.get("stage") or (loss.stage if loss else STAGES[0])
    reason = codes.get("reason")
    return Listed(stage, reason if reason in REASONS[stage] else None)


def need_choice(selection: Selection, need: str) -> None:
    """The dimension that the large chain is of, or any."""
    st.session_state[KEY] = need
    st.segmented_control(
        text(selection.lang, "filter.name_need"),
        NEEDS,
        required=True,
        format_func=lambda each: need_name(selection.lang, each),
        key=KEY,
        on_change=_choose_need,
        label_visibility="collapsed",
    )


def _choose_need() -> None:
    # As in chooser: a widget that says what the link says was not touched.
    need = st.session_state[KEY]
    if need != st.query_params.get("need", ANY):
        choose_filters(need=need)


def class_choice(selection: Selection, household_class: str | None) -> None:
    """Households of both classes, or of one."""
    words = {each: text(selection.lang, f"group.{each}") for each in CLASSES}
    filter_choice(selection, "class", words, household_class)
