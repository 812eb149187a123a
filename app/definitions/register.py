"""Every definition in short, as rows to keep."""

import pandas as pd

from app.definitions.article import Values, in_language
from app.indicators import NO_CELL, Dated, declarations
from app.selection import Selection
from app.tables import note_in_words
from app.words import text

HEADS = (
    "code",
    "title",
    "group",
    "numerator",
    "denominator",
    "unit",
    "value",
    "count",
    "total",
    "note",
    "edition",
    "next_review",
)


def register_table(build_id: str, selection: Selection, values: Values) -> pd.DataFrame:
    """The province's figures → one row per indicator and group: what it means and what it is."""
    language = selection.lang
    rows = []
    for indicator, declared in declarations(build_id).items():
        for group, dated in values.get(indicator, {"all": Dated("", NO_CELL)}).items():
            cell = dated.cell
            rows.append(
                (
                    indicator,
                    declared[f"title_{language}"],
                    text(language, f"group.{group}"),
                    declared[f"numerator_{language}"],
                    declared[f"denominator_{language}"],
                    text(language, f"unit.{declared['unit']}"),
                    cell.value,
                    cell.numerator,
                    cell.denominator,
                    note_in_words(selection, cell),
                    in_language(language, declared["edition"]),
                    declared["next_review"].isoformat(),
                )
            )
    heads = [text(language, f"definitions.{head}") for head in HEADS]
    frame = pd.DataFrame(rows, columns=heads)
    return frame.astype({heads[6]: "Float64", heads[7]: "Int64", heads[8]: "Int64"})
