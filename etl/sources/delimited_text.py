"""Reads a CSV file in any of the encodings and with any of the delimiters that officers send."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from etl.sources.record_aside import is_set_aside
from etl.sources.record_header import OPENING_ROWS, header_of, matched_columns
from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import Reading, RecordSheet, Row

# Bytes of Thai in CP874 are never UTF-8, but every UTF-8 byte may be CP874: the order matters.
ENCODINGS = ("utf-8-sig", "cp874")
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DELIMITERS = (",", ";", "\t")
OPENING_BYTES = 65_536
ENDING_BYTES = 4_096


def read_delimited_text(path: Path, file_name: str) -> RecordSheet:
    """A CSV file → its one sheet. Raises BrokenFileError when it is not text of a known kind."""
    try:
        encoding = _encoding(path, OPENING_BYTES)
        openings = _openings(path, encoding)
    except (OSError, UnicodeError, csv.Error) as error:
        raise broken_file(file_name, "unreadable_text", detail=error) from error
    found = {each: header_of([cells for _, cells in rows]) for each, rows in openings.items()}
    delimiter = max(found, key=lambda each: _likeness(found[each][1]))
    place, headers = found[delimiter]
    numbers = [number for number, _ in openings[delimiter]]
    header_row = numbers[place] if numbers else 1
    reading = Reading(encoding)

    def rows() -> Iterator[Row]:
        try:
            reading.encoding = _encoding(path)
            for number, cells in _rows(path, reading.encoding, delimiter):
                if number <= header_row:
                    continue
                if is_set_aside(cells, len(headers)):
                    reading.set_aside[number] = " ".join(filter(None, cells))
                    continue
                yield number, cells
        except (OSError, UnicodeError, csv.Error) as error:
            raise broken_file(file_name, "unreadable_text", detail=error) from error

    is_plain = encoding == ENCODINGS[0] and header_row == 1 and not _ends_aside(path, delimiter)
    return RecordSheet(None, headers, rows, delimiter if is_plain else None, header_row, reading)


def _likeness(headers: Sequence[str]) -> tuple[int, int]:
    return matched_columns(headers), len(headers)


def _ends_aside(path: Path, delimiter: str) -> bool:
    """Does a file end with a total or a note? DuckDB would take it for a record."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - ENDING_BYTES))
        lines = stream.read().decode("utf-8", "ignore").splitlines()[1:]
    rows = csv.reader(lines, delimiter=delimiter)
    return any(is_set_aside(cells, len(cells)) for cells in rows)


def _encoding(path: Path, most_bytes: int = -1) -> str:
    """The first encoding in which so many bytes (all, when negative) are text."""
    with path.open("rb") as stream:
        if stream.read(2) in UTF_16_MARKS:
            return "utf-16"
    for encoding in ENCODINGS[:-1]:
        try:
            _decode(path, encoding, most_bytes)
        except UnicodeDecodeError:
            continue
        return encoding
    _decode(path, ENCODINGS[-1], most_bytes)
    return ENCODINGS[-1]


def _decode(path: Path, encoding: str, most_bytes: int) -> None:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as stream:
        if most_bytes >= 0:
            decoder.decode(stream.read(most_bytes))
            return
        while part := stream.read(OPENING_BYTES):
            decoder.decode(part)
        decoder.decode(b"", final=True)


def _openings(path: Path, encoding: str) -> dict[str, list[Row]]:
    """The first rows by the delimiter that parts them; raises csv.Error when none does."""
    found: dict[str, list[Row]] = {}
    wrong = csv.Error()
    for delimiter in DELIMITERS:
        try:
            found[delimiter] = list(islice(_rows(path, encoding, delimiter), OPENING_ROWS))
        except csv.Error as error:
            wrong = error
    if not found:
        raise wrong
    return found


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    with path.open(encoding=encoding, newline="") as stream:
        records = csv.reader(stream, delimiter=delimiter, strict=True)
        for number, cells in enumerate(records, start=1):
            if cells:
                yield number, cells
