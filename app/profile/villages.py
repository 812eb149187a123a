"""The villages of a district: who lives where, and what is not shown of few."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import streamlit as st

from app.indicators import NO_CELL, Area, Cell
from app.panels import markup
from app.selection import Selection
from app.tables import note_in_words
from app.warehouse import rows
from app.words import number, text

SHOWN_AT_MOST = 10
NOBODY = Cell(None, 0, 0, "not_applicable")
INDICATORS = ("target_households", "any_need", "any_helped", "any_solved")


class Village(NamedTuple):
    """A village and its figures by indicator."""

    area: Area
    cells: Mapping[str, Cell]

    def count(self, indicator: str) -> int:
        return self.cells.get(indicator, NO_CELL).numerator or 0

    def share(self, indicator: str) -> Cell:
        """A share of the households with a need; without any, there is nothing to tell of."""
        nobody = self.cells.get("any_need", NO_CELL).numerator == 0
        return self.cells.get(indicator, NOBODY if nobody else NO_CELL)


@st.cache_resource(max_entries=64, show_spinner=False)
def villages(build_id: str, district_code: str, month: str) -> tuple[Village, ...]:
    """A district's villages with target households in a month, those with the most first.

    The result is shared by all viewers: read it, never change it.
    """
    areas: dict[str, Area] = {}
    cells: dict[str, dict[str, Cell]] = {}
    for row in rows(
        build_id,
        "villages",
        district_code=district_code,
        month=month,
        indicators=list(INDICATORS),
    ):
        code = row["area_code"]
        areas[code] = Area(code, code[:6], row["name_th"], row["name_en"], False)
        cell = Cell(row["value"], row["numerator"], row["denominator"], row["note"])
        cells.setdefault(code, {})[row["indicator"]] = cell
    found = [Village(area, cells[code]) for code, area in areas.items()]
    known = [village for village in found if village.count("target_households")]
    return tuple(sorted(known, key=lambda each: (-each.count("target_households"), each.area.code)))


def villages_table(selection: Selection, found: tuple[Village, ...]) -> pd.DataFrame:
    """Villages → one row for each: households, with a need, helped, solved, why not shown."""
    records = []
    for village in found:
        helped, solved = village.share("any_helped"), village.share("any_solved")
        records.append(
            (
                village.area.code,
                village.area.name(selection.lang),
                village.count("target_households"),
                village.count("any_need"),
                helped.numerator,
                solved.numerator,
                note_in_words(selection, helped),
            )
        )
    heads = [
        text(selection.lang, f"table.{name}")
        for name in ("code", "area", "target_households", "need", "helped", "solved", "note")
    ]
    frame = pd.DataFrame(records, columns=heads)
    return frame.astype(dict.fromkeys(heads[2:6], "Int64"))


def villages_sentence(selection: Selection, frame: pd.DataFrame) -> str:
    """A table of villages → how many there are, and of how many the figures are not shown."""
    households, note = frame.columns[2], frame.columns[-1]
    return text(
        selection.lang,
        "profile.villages_sentence",
        villages=number(len(frame)),
        households=number(frame[households].sum()),
        hidden=number((frame[note] != "").sum()),
        shown=number(min(SHOWN_AT_MOST, len(frame))),
    )


def largest_villages(frame: pd.DataFrame) -> str:
    """A table of villages → the first of them as an HTML table that stands open."""
    return f'<div class="kk_table">{markup(frame.head(SHOWN_AT_MOST))}</div>'
