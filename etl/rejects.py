"""The refused rows of a build as a file that officers open in Excel."""

import csv
from pathlib import Path
from typing import Any

from etl.durable import move_durably, partial_path
from etl.snapshot import opened_snapshot
from etl.status import ANSWERS

ROWS_AT_A_TIME = 10_000
# A spreadsheet would run a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_rejects(warehouse: Path, path: Path) -> int:
    """A warehouse file → a CSV file of its faults, UTF-8 with a BOM, and how many there are.

    Nothing is written when no row was refused.
    """
    with opened_snapshot(warehouse) as connection:
        found = connection.execute((ANSWERS / "refusals.sql").read_text("utf-8"))
        rows = found.fetchmany(ROWS_AT_A_TIME)
        if not rows:
            return 0
        faults = 0
        growing = partial_path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with growing.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column[0] for column in found.description or ())
            while rows:
                writer.writerows(map(_harmless, rows))
                faults += len(rows)
                rows = found.fetchmany(ROWS_AT_A_TIME)
        move_durably(growing, path)
    return faults


def _harmless(row: tuple[Any, ...]) -> list[Any]:
    return [
        f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
        for cell in row
    ]
