"""Record files of a few rows as officers would send them, and what the reader makes of them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import openpyxl

from etl.sources.received_file import ReceivedFile
from etl.sources.records import FileTally, create_raw_tables, read_records
from tests.small_province import DEFAULTS

TODAY = date(2026, 1, 1)
FIRST_RECEIVED = datetime(2020, 10, 1)


def as_typed(value: Any) -> str:
    """A value → what an officer types for it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Rows, the header first → the text of a file."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Rows, the header first → a comma-separated file in UTF-8."""
    path.write_text(csv_text(rows), "utf-8", newline="")


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """Sheets by name, each of rows with the header first → an Excel workbook."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)


class RecordFiles:
    """Files that grow record by record, and the tables that the reader makes of them."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.records: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        self.received: list[ReceivedFile] = []
        self.connection = duckdb.connect()
        self.tallies: dict[str, FileTally] = {}
        self.told: list[str] = []

    def add(self, source: str, file: str = "first", **given: Any) -> None:
        """One record; what is not given is an ordinary value, ids count from 1 in each source."""
        rows = self.records.setdefault((source, file), [])
        count = sum(len(records) for (of, _), records in self.records.items() if of == source)
        rows.append({**DEFAULTS[source](count + 1), **given})

    def receive(self, source: str, path: Path, file_name: str | None = None) -> str:
        """A file that stands somewhere → its batch id; each is received a day after the last."""
        batch_id = f"batch-{len(self.received) + 1}"
        later = timedelta(days=len(self.received))
        self.received.append(
            ReceivedFile(batch_id, source, path, file_name or path.name, "", FIRST_RECEIVED + later)
        )
        return batch_id

    def read(self) -> None:
        """Writes what was added, <source>-<file>.csv, and reads all that was received."""
        for (source, file), records in self.records.items():
            names = list(dict.fromkeys(name for record in records for name in record))
            path = self.directory / f"{source}-{file}.csv"
            rows = [[as_typed(record.get(name)) for name in names] for record in records]
            write_csv(path, [names, *rows])
            self.receive(source, path)
        create_raw_tables(self.connection)
        file_names = {file.batch_id: file.file_name for file in self.received}
        for tally in read_records(self.connection, self.received, TODAY, self.told.append):
            assert tally.rows_read == tally.rows_loaded + tally.rows_rejected
            self.tallies[file_names[tally.batch_id]] = tally

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """A question → its rows."""
        return self.connection.execute(question).fetchall()

    def rejects(self) -> list[tuple[Any, ...]]:
        """File, row, column and rule of every fault."""
        return self.rows(
            """
            select file_name, row_number, column_name, rule
            from reject
            order by file_name, row_number, column_name, rule
            """
        )
