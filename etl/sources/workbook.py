"""Reads the sheets of a spreadsheet file as text."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from etl.contract import Contract
from etl.sources.record_aside import is_set_aside
from etl.sources.record_header import OPENING_ROWS, header_of
from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import Reading, RecordSheet, Row
from etl.sources.workbook_size import check_workbook_size

ZIP_MARK, OLE_MARK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# The part of an OLE file in which Excel keeps a workbook that a password locks.
LOCKED_PART = "EncryptedPackage".encode("utf-16-le")


def is_workbook(path: Path) -> bool:
    """Does a file begin as a workbook does, whatever its name says? Raises OSError."""
    return _mark(path) in (ZIP_MARK, OLE_MARK)


def _mark(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(4)


def read_workbook(path: Path, file_name: str, known: Sequence[Contract]) -> list[RecordSheet]:
    """A workbook and known contracts → its sheets in order.

    Raises BrokenFileError when it is locked, damaged or too large, OSError when it is gone.
    """
    if _mark(path) == ZIP_MARK:
        check_workbook_size(path, file_name)
    try:
        with path.open("rb") as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
            return [
                _record_sheet(name, workbook.get_sheet_by_name(name), known)
                for name in workbook.sheet_names
            ]
    except CalamineError as error:
        if isinstance(error, PasswordError) or _is_locked(path):
            raise broken_file(file_name, "locked_workbook") from error
        raise broken_file(file_name, "unreadable_workbook", detail=error) from error


def _is_locked(path: Path) -> bool:
    with path.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as content:
        return content.find(LOCKED_PART) >= 0


def _record_sheet(name: str, sheet: CalamineSheet, known: Sequence[Contract]) -> RecordSheet:
    top = sheet.to_python(skip_empty_area=False, nrows=OPENING_ROWS)
    place, headers = header_of([[_text(cell) for cell in row] for row in top], known)
    left_out = sheet.start[1] if sheet.start else 0
    merged = _merged_downwards(sheet)
    reading = Reading()

    def rows() -> Iterator[Row]:
        # Rows come from the sheet's first row on, but without the empty columns on its left.
        above: dict[int, tuple[int, str]] = {}
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            texts = [""] * left_out + [_text(cell) for cell in cells]
            _fill_merged(number, texts, merged, above)
            if number <= place + 1:
                continue
            if is_set_aside(texts, len(headers)):
                reading.set_aside[number] = " ".join(filter(None, texts))
                continue
            yield number, texts

    return RecordSheet(name, headers, rows, header_row=place + 1, reading=reading)


def _merged_downwards(sheet: CalamineSheet) -> dict[int, list[tuple[int, int]]]:
    """Cells merged over rows: the number of their first row → their column and last row."""
    found: dict[int, list[tuple[int, int]]] = {}
    for (first_row, column), (last_row, _) in sheet.merged_cell_ranges or ():
        if last_row > first_row:
            found.setdefault(first_row + 1, []).append((column, last_row + 1))
    return found


def _fill_merged(
    number: int,
    texts: list[str],
    merged: dict[int, list[tuple[int, int]]],
    above: dict[int, tuple[int, str]],
) -> None:
    """Gives each row that a merged cell spans what the cell says; an empty row stays empty."""
    for column, last_row in merged.get(number, ()):
        if column < len(texts):
            above[column] = (last_row, texts[column])
    if any(texts):
        for column, (last_row, text) in above.items():
            if number <= last_row and column < len(texts) and not texts[column]:
                texts[column] = text


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
