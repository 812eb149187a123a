"""The rows behind maps and charts, as frames with headings in the reader's language."""

from collections.abc import Mapping

import pandas as pd

from app.indicators import DIMENSIONS, Area, Cell, Months
from app.selection import Selection
from app.words import month_name, text

Areas = Mapping[str, Area]


def _heads(selection: Selection, *names: str) -> list[str]:
    return [text(selection.lang, f"table.{name}") for name in names]


def dimensions_table(
    selection: Selection, districts: Mapping[str, Months], areas: Areas
) -> pd.DataFrame:
    """Figures of districts → one row per district and dimension: counts, why they are missing."""
    rows = []
    for code, area in areas.items():
        for dimension in DIMENSIONS:
            need = districts[f"{dimension}_need"][selection.month][code]
            helped = districts[f"{dimension}_helped"][selection.month][code]
            solved = districts[f"{dimension}_solved"][selection.month][code]
            name = text(selection.lang, f"dimension.{dimension}")
            waiting = None if helped.numerator is None else helped.rest
            counts = (need.numerator, helped.numerator, solved.numerator, waiting)
            note = note_in_words(selection, helped)
            rows.append((code, area.name(selection.lang), name, *counts, note))
    heads = _heads(
        selection, "code", "area", "dimension", "need", "helped", "solved", "waiting", "note"
    )
    frame = pd.DataFrame(rows, columns=heads)
    return frame.astype(dict.fromkeys(heads[3:7], "Int64"))


def cells_table(selection: Selection, cells: Mapping[str, Cell], areas: Areas) -> pd.DataFrame:
    """Cells by area → one row per area: value, the two counts, and why a value is missing."""
    rows = [
        (
            code,
            area.name(selection.lang),
            cells[code].value if code in cells else None,
            cells[code].numerator if code in cells else None,
            cells[code].denominator if code in cells else None,
            note_in_words(selection, cells.get(code)),
        )
        for code, area in areas.items()
    ]
    heads = _heads(selection, "code", "area", "value", "numerator", "denominator", "note")
    frame = pd.DataFrame(rows, columns=heads)
    return frame.astype({heads[3]: "Int64", heads[4]: "Int64", heads[2]: "Float64"})


def months_table(
    selection: Selection, months: list[str], lines: Mapping[str, list[Cell]]
) -> pd.DataFrame:
    """Cells by month for each named area → one row per area and month, as `cells_table` has it."""
    rows = [
        (
            name,
            month_name(selection.lang, month),
            cell.value,
            cell.numerator,
            cell.denominator,
            note_in_words(selection, cell),
        )
        for name, cells in lines.items()
        for month, cell in zip(months, cells, strict=True)
    ]
    heads = _heads(selection, "area", "month", "value", "numerator", "denominator", "note")
    frame = pd.DataFrame(rows, columns=heads)
    return frame.astype({heads[2]: "Float64", heads[3]: "Int64", heads[4]: "Int64"})


def note_in_words(selection: Selection, cell: Cell | None) -> str:
    """Why a cell has no value; blank where it has one."""
    if cell is not None and cell.note is None and cell.value is not None:
        return ""
    note = (cell.note if cell else None) or "no_data"
    return text(selection.lang, f"map.short_{note}")
