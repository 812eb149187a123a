"""Shares of groups as rows: one for each group, side and measure."""

import pandas as pd

from app.equity.sentences import group_name
from app.equity.shares import GROUPS, MEASURES, MEMBERSHIPS, Shares
from app.selection import Selection
from app.words import text

HEADS = ("group", "side", "measure")


def equity_table(selection: Selection, found: Shares, smallest: int) -> pd.DataFrame:
    """Shares → counts, value and interval; blank where the base is smaller than smallest."""
    language = selection.lang
    rows = []
    for group in GROUPS:
        for measure in MEASURES:
            of_measure = found.get(group, {}).get(measure, {})
            is_hidden = any(share.denominator < smallest for share in of_measure.values())
            for membership in MEMBERSHIPS:
                if share := of_measure.get(membership):
                    names = (
                        group_name(language, group),
                        text(language, f"equity.side_{membership}"),
                        text(language, f"equity.measure_{measure}"),
                    )
                    rows.append((*names, *([None] * len(share) if is_hidden else share)))
    heads = [text(language, f"equity.head_{name}") for name in HEADS]
    counts = [text(language, f"table.{name}") for name in ("numerator", "denominator")]
    figures = [text(language, f"table.{name}") for name in ("value", "lower", "upper")]
    frame = pd.DataFrame(rows, columns=[*heads, *counts, *figures])
    return frame.astype({**dict.fromkeys(counts, "Int64"), **dict.fromkeys(figures, "Float64")})
