"""Every indicator by family beside its figure for the province, to choose one from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from app.figures import figure
from app.indicators import NO_CELL, Dated, declarations
from app.selection import Selection, component_chooser
from app.words import text

FOLDER = Path(__file__).resolve().parent
KEY = "indicator_list"
FAMILIES = ("households", "need", "helped", "solved", "income", "work", "survey", "poverty")
# Of an indicator without a figure for all, the first group speaks for it.
SPEAKING_GROUPS = ("all", "k1")

_list = st.components.v2.component(
    "khon_kaen_indicator_list",
    css=(FOLDER / "indicator_list.css").read_text("utf-8"),
    js=(FOLDER / "indicator_list.js").read_text("utf-8"),
    isolate_styles=False,
)


def indicator_list(
    build_id: str, selection: Selection, indicator: str, values: Mapping[str, Mapping[str, Dated]]
) -> None:
    """The indicator shown and the province's figures → the list on screen."""
    data = {
        "label": text(selection.lang, "definitions.list"),
        "families": families(build_id, selection.lang, values),
        "indicator": indicator,
    }
    _list(key=KEY, data=data, on_choice_change=component_chooser(KEY))


def families(
    build_id: str, language: str, values: Mapping[str, Mapping[str, Dated]]
) -> list[dict[str, Any]]:
    """The province's figures by indicator and group → families in order, each with its entries."""
    declared = declarations(build_id)
    return [
        {
            "id": family,
            "title": text(language, f"family.{family}"),
            "entries": [
                {
                    "id": indicator,
                    "title": each[f"title_{language}"],
                    "figure": _figure(language, each["unit"], values.get(indicator, {})),
                }
                for indicator, each in declared.items()
                if each["family"] == family
            ],
        }
        for family in FAMILIES
    ]


def _figure(language: str, unit: str, groups: Mapping[str, Dated]) -> str:
    if not groups:
        return figure(language, unit, NO_CELL)
    spoken = next((groups[group] for group in SPEAKING_GROUPS if group in groups), None)
    return figure(language, unit, spoken.cell) if spoken else ""
