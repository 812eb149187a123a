"""Reads the sheets of a spreadsheet file as text."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from etl.sources.record_aside import is_set_aside
from etl.sources.record_header import OPENING_ROWS, header_of
from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import Reading, RecordSheet, Row

ZIP_MARK, OLE_MARK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# The part of an OLE file in which Excel keeps a workbook that a password locks.
LOCKED_PART = "EncryptedPackage".encode("utf-16-le")


def is_workbook(path: Path) -> bool:
    """Does a file begin as a workbook does, whatever its name says? Raises OSError."""
    with path.open("rb") as stream:
        return stream.read(4) in (ZIP_MARK, OLE_MARK)


def read_workbook(path: Path, file_name: str) -> list[RecordSheet]:
    """A workbook → its sheets in order.

    Raises BrokenFileError when it is locked or damaged, OSError when it cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
            return [
                _record_sheet(name, workbook.get_sheet_by_name(name))
                for name in workbook.sheet_names
            ]
    except CalamineError as error:
        if isinstance(error, PasswordError) or LOCKED_PART in path.read_bytes():
            raise broken_file(file_name, "locked_workbook") from error
        raise broken_file(file_name, "unreadable_workbook", detail=error) from error


def _record_sheet(name: str, sheet: CalamineSheet) -> RecordSheet:
    top = sheet.to_python(skip_empty_area=False, nrows=OPENING_ROWS)
    place, headers = header_of([[_text(cell) for cell in row] for row in top])
    left_out = sheet.start[1] if sheet.start else 0
    reading = Reading()

    def rows() -> Iterator[Row]:
        # Rows come from the sheet's first row on, but without the empty columns on its left.
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            texts = [""] * left_out + [_text(cell) for cell in cells]
            if number <= place + 1:
                continue
            if is_set_aside(texts, len(headers)):
                reading.set_aside[number] = " ".join(filter(None, texts))
                continue
            yield number, texts

    return RecordSheet(name, headers, rows, header_row=place + 1, reading=reading)


def _text(cell: Any) -> str:
    """A cell → what an officer would have typed: whole numbers without .0, dates as ISO."""
    match cell:
        case bool():
            return str(cell).lower()
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
    return str(cell)
