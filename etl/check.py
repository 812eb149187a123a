"""The facts that must hold in a warehouse before anyone sees it: etl/checks/<fact>.sql."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from etl.text_table import text_table

CHECKS = Path(__file__).resolve().parent / "checks"
FACT = "-- fact: "
ROWS_SHOWN = 5


class BrokenFactError(Exception):
    """A check that found rows: its name, the fact that does not hold, and the first rows."""

    def __init__(
        self, check: str, fact: str, columns: list[str], rows: list[tuple[Any, ...]]
    ) -> None:
        super().__init__(f"{check}: {fact}")
        self.check = check
        self.fact = fact
        self.columns = columns
        self.rows = rows

    @property
    def shown_rows(self) -> str:
        """The rows below the names of their columns, as a person reads them."""
        cells = [self.columns, *([str(cell) for cell in row] for row in self.rows)]
        return text_table(cells, "l" * len(self.columns))


def check_files() -> list[Path]:
    """Every check in order of name."""
    return sorted(CHECKS.glob("*.sql"))


def run_checks(connection: duckdb.DuckDBPyConnection, progress: Callable[[str], None]) -> None:
    """A built warehouse → nothing; raises BrokenFactError for the first fact that does not hold."""
    for path in check_files():
        progress(path.stem)
        sql = path.read_text("utf-8")
        found = connection.execute(sql)
        if rows := found.fetchmany(ROWS_SHOWN):
            fact = sql.partition("\n")[0].removeprefix(FACT)
            columns = [column[0] for column in found.description or ()]
            raise BrokenFactError(path.stem, fact, columns, rows)
