"""The files that were received, as rows to keep."""

from collections.abc import Sequence

import pandas as pd

from app.intake.received import COUNTS, received_at
from app.warehouse import Row
from app.words import text, time_name

HEADS = ("received_at", "source", "file_name", *COUNTS, "standing", "batch")


def received_table(language: str, files: Sequence[Row]) -> pd.DataFrame:
    """Files → one row each: when, of what, its rows, whether it counts."""
    rows = []
    for row in files:
        from_source, state = row["source"], row["standing"]
        rows.append(
            (
                time_name(language, received_at(row)),
                text(language, f"origin.{from_source}"),
                row["file_name"],
                *(row[name] for name in COUNTS),
                text(language, f"imports.standing_{state}"),
                row["batch_id"],
            )
        )
    heads = [text(language, f"imports.{head}") for head in HEADS]
    return pd.DataFrame(rows, columns=heads).astype(dict.fromkeys(heads[3:6], "Int64"))
