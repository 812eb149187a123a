"""The rows behind the tables of poverty, with headings in the reader's language."""

from collections.abc import Mapping, Sequence

import pandas as pd

from app.indicators import Cell
from app.poverty.measures import TPMAP_DIMENSIONS, Combination, Place
from app.selection import Selection
from app.words import text


def cutoffs_table(
    selection: Selection, found: Mapping[Place, Mapping[str, Sequence[Cell]]]
) -> pd.DataFrame:
    """Places with H, A and M0 by cutoff → one row per place and cutoff."""
    rows = []
    for place, cutoffs in found.items():
        for cutoff, (headcount, intensity, adjusted) in cutoffs.items():
            counts = (headcount.numerator, headcount.denominator)
            values = (headcount.value, intensity.value, adjusted.value)
            rows.append((place.code, place.name, int(cutoff), *counts, *values))
    heads = [
        *(text(selection.lang, f"table.{name}") for name in ("code", "area")),
        *(
            text(selection.lang, f"poverty.{name}")
            for name in (
                "cutoff",
                "persons",
                "surveyed",
                "headcount",
                "intensity",
                "adjusted_headcount",
            )
        ),
    ]
    frame = pd.DataFrame(rows, columns=heads)
    kinds = {**dict.fromkeys(heads[3:5], "Int64"), **dict.fromkeys(heads[5:], "Float64")}
    return frame.astype(kinds)


def combinations_table(selection: Selection, found: Sequence[Combination]) -> pd.DataFrame:
    """Exact combinations → one row each: 1 for a dimension that is failed, persons, households."""
    heads = [
        *(text(selection.lang, f"group.{dimension}") for dimension in TPMAP_DIMENSIONS),
        text(selection.lang, "poverty.persons"),
        text(selection.lang, "unit.households"),
    ]
    rows = [
        (
            *(int(name in each.dimensions) for name in TPMAP_DIMENSIONS),
            each.persons,
            each.households,
        )
        for each in found
    ]
    return pd.DataFrame(rows, columns=heads)
