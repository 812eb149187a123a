"""Indicators and multidimensional poverty in words and aligned columns, Thai first."""

from collections.abc import Sequence

from etl.sentences import LANGUAGES, both, headings, label, sentence
from etl.status import Row
from etl.text_table import text_table

# The group of an indicator without groups, and of one that has no figure.
WHOLE = ("all", None)


def indicators_report(indicators: Sequence[Row]) -> str:
    """Rows of read_indicators → a line for each: month, figure and unit, and what it is."""
    rows = [
        [
            row["indicator"] + (f" {row['group_code']}" if row["group_code"] not in WHOLE else ""),
            (row["month"] or "")[:7],
            label(f"note_{row['note']}") if row["note"] else _figure(row["value"]),
            label(f"unit_{row['unit']}"),
            f"{row['title_th']} / {row['title_en']}",
        ]
        for row in indicators
    ]
    headers = headings("indicator", "month", "province", "unit", "title")
    return text_table([*headers, *rows], "llrll")


def mpi_report(mpi: Row | None) -> str:
    """What read_mpi found → the edition, figures by cutoff, and contributions of dimensions."""
    if mpi is None:
        return both("no_mpi")
    cutoffs = [
        [
            str(row["cutoff"]),
            *(f"{row[name]:,}" for name in ("poor_persons", "exactly_persons", "deprivations")),
            _figure(row["headcount_pct"]),
            label("note_not_applicable") if row["intensity"] is None else f"{row['intensity']:.4f}",
            f"{row['adjusted_headcount']:.6f}",
        ]
        for row in mpi["cutoffs"]
    ]
    contributions = [
        [
            label(f"mpi_{row['dimension']}"),
            f"{row['failing_persons']:,}",
            _figure(row["contribution_pct"]),
        ]
        for row in mpi["contributions"]
    ]
    by_cutoff = headings(
        "cutoff", "poor", "exactly", "deprivations", "headcount", "intensity", "adjusted_headcount"
    )
    by_dimension = headings("dimension", "failing", "contribution")
    return "\n".join(
        [
            *(sentence(language, "mpi_edition", **mpi) for language in LANGUAGES),
            text_table([*by_cutoff, *cutoffs], "rrrrrrr"),
            text_table([*by_dimension, *contributions], "lrr"),
        ]
    )


def _figure(value: float) -> str:
    """A count whole, any other figure to six significant digits."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
