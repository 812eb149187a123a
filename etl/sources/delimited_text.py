"""Reads a CSV file in any of the encodings and with any of the delimiters that officers send."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from etl.contract import Contract
from etl.sources.file_signature import check_signature
from etl.sources.record_aside import is_set_aside
from etl.sources.record_header import OPENING_ROWS, header_of, matched_columns
from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import Reading, RecordSheet, Row
from etl.sources.text_encoding import UTF_8, UTF_16, DamagedTextError, ZeroByteError, encoding_of

DELIMITERS = (",", ";", "\t")
OPENING_BYTES = 65_536


def read_delimited_text(path: Path, file_name: str, known: Sequence[Contract]) -> RecordSheet:
    """A CSV file and known contracts → its one sheet.

    Raises BrokenFileError when it is not text of a known kind.
    """
    with _said(file_name):
        check_signature(path, file_name)
        encoding = encoding_of(path, OPENING_BYTES)
        openings = _openings(path, encoding)
    found = {
        each: header_of([cells for _, cells in rows], known) for each, rows in openings.items()
    }
    delimiter = max(found, key=lambda each: _likeness(found[each][1], known))
    place, headers = found[delimiter]
    numbers = [number for number, _ in openings[delimiter]]
    header_row = numbers[place] if numbers else 1
    reading = Reading(_told(encoding))

    def rows() -> Iterator[Row]:
        with _said(file_name):
            encoding = encoding_of(path)
            reading.encoding = _told(encoding)
            for number, cells in _rows(path, encoding, delimiter):
                if number <= header_row:
                    continue
                if is_set_aside(cells, len(headers)):
                    reading.set_aside[number] = " ".join(filter(None, cells))
                    continue
                yield number, cells

    is_plain = encoding == UTF_8 and header_row == 1
    return RecordSheet(None, headers, rows, delimiter if is_plain else None, header_row, reading)


def _likeness(headers: Sequence[str], known: Sequence[Contract]) -> tuple[int, int]:
    return matched_columns(headers, known), len(headers)


def _told(encoding: str) -> str:
    """The encoding's name without the order of its bytes."""
    return UTF_16 if encoding.startswith(UTF_16) else encoding


@contextmanager
def _said(file_name: str) -> Iterator[None]:
    """Turns what is wrong with a text into the refusal of its file."""
    try:
        yield
    except DamagedTextError as error:
        raise broken_file(file_name, "damaged_text") from error
    except ZeroByteError as error:
        raise broken_file(file_name, "no_text") from error
    except (OSError, UnicodeError, csv.Error) as error:
        raise broken_file(file_name, "unreadable_text", detail=error) from error


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
