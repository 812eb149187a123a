"""Needs that no agency has taken, as rows: one for each district and dimension."""

from collections.abc import Mapping

import pandas as pd

from app.indicators import Area
from app.repeated_help.pairs import Untaken
from app.selection import Selection
from app.words import text


def untaken_table(
    selection: Selection,
    districts: Mapping[str, Area],
    found: Mapping[str, Mapping[str, Untaken]],
) -> pd.DataFrame:
    """Needs by district and dimension → how many, and for how many days they have been open."""
    language = selection.lang
    rows = [
        (code, districts[code].name(language), text(language, f"dimension.{dimension}"), *each)
        for code, of_district in found.items()
        for dimension, each in of_district.items()
    ]
    heads = [text(language, f"table.{name}") for name in ("code", "area", "dimension")]
    heads += [
        text(language, f"repeated_help.untaken_{name}") for name in ("every", "longest", "median")
    ]
    return pd.DataFrame(rows, columns=heads).astype(dict.fromkeys(heads[3:], "Int64"))
