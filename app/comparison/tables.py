"""The rows behind comparisons, as frames with headings in the reader's language."""

from collections.abc import Mapping

import pandas as pd

from app.comparison.rug import columns_of, month_shown
from app.comparison.standings import Standings, standings
from app.indicators import NO_CELL, Area, areas, declarations, series
from app.selection import Selection
from app.tables import note_in_words
from app.words import branch, month_name, text

HEADS = (
    "code",
    "area",
    "value",
    "numerator",
    "denominator",
    "lower",
    "upper",
    "standing",
    "rank_best",
    "rank_worst",
    "group_first",
    "group_last",
)
RUG_HEADS = (
    "code",
    "area",
    "indicator",
    "month",
    "value",
    "numerator",
    "denominator",
    "standing",
    "note",
)


def standings_table(
    selection: Selection, found: Standings, districts: Mapping[str, Area]
) -> pd.DataFrame:
    """Districts → one row for each: share, counts, interval, standing, possible ranks, groups."""
    words = branch(selection.lang, "standing")
    return pd.DataFrame(
        [
            (
                code,
                districts[code].name(selection.lang),
                each.value,
                each.numerator,
                each.denominator,
                each.lower_pct,
                each.upper_pct,
                words[each.standing],
                each.rank_best,
                each.rank_worst,
                each.group_first,
                each.group_last,
            )
            for code, each in found.items()
        ],
        columns=[text(selection.lang, f"table.{name}") for name in HEADS],
    )


def rug_table(build_id: str, selection: Selection) -> pd.DataFrame:
    """A selection → one row per district and indicator of the large table, each in its month."""
    language, words = selection.lang, branch(selection.lang, "standing")
    districts, declared = areas(build_id)["district"], declarations(build_id)
    records = []
    for indicator in columns_of(selection):
        month = month_shown(build_id, selection, indicator)
        cells = series(build_id, (indicator,), "district")[indicator].get(month, {})
        compared = standings(build_id).get(indicator, {}).get(month, {})
        title, period = declared[indicator][f"title_{language}"], month_name(language, month)
        for code, area in districts.items():
            cell = cells.get(code, NO_CELL)
            records.append(
                (
                    code,
                    area.name(language),
                    title,
                    period,
                    cell.value,
                    cell.numerator,
                    cell.denominator,
                    words[compared[code].standing] if code in compared else "",
                    note_in_words(selection, cell),
                )
            )
    heads = [text(language, f"table.{name}") for name in RUG_HEADS]
    frame = pd.DataFrame(records, columns=heads)
    return frame.astype({heads[4]: "Float64", heads[5]: "Int64", heads[6]: "Int64"})
