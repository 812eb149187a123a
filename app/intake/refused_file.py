"""All refused rows of an import as a file that officers open in Excel."""

from collections.abc import Sequence

import pandas as pd

from app.intake.report import RefusedRow
from app.panels import harmless
from app.words import text

HEADS = ("file", "sheet", "row", "column", "reason")


def refused_file(language: str, found: Sequence[RefusedRow]) -> bytes:
    """Refused rows → a CSV file with a BOM: where each fault stands and what to do."""
    rows = [
        (each.file_name, each.sheet, each.row_number, each.header, each.messages[language])
        for each in found
    ]
    heads = [text(language, f"refused.{head}") for head in HEADS]
    csv: str = pd.DataFrame(rows, columns=heads).map(harmless).to_csv(index=False)
    return csv.encode("utf-8-sig")
