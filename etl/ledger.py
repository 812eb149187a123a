"""Lines that were written down once and for all: read whole, or told to be damaged."""

import csv
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path


class DamagedLedgerError(Exception):
    """A ledger that cannot be read to its end, or of which a line lacks a value."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def ledger_lines(path: Path, columns: Sequence[str], time_column: str) -> list[dict[str, str]]:
    """A CSV file and the columns that each line has → its lines; none where there is no file.

    Raises DamagedLedgerError.
    """
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            is_whole = set(columns) <= set(reader.fieldnames or ())
            lines = list(reader)
        if not is_whole or any(line[column] is None for line in lines for column in columns):
            raise DamagedLedgerError(path)
        for line in lines:
            datetime.fromisoformat(line[time_column])
    except (UnicodeError, csv.Error, ValueError) as error:
        raise DamagedLedgerError(path) from error
    return lines
