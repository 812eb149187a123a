"""Reads a CSV file in any of the encodings and with any of the delimiters that officers send."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import RecordSheet, Row

# Bytes of Thai in CP874 are never UTF-8, but every UTF-8 byte may be CP874: the order matters.
ENCODINGS = ("utf-8-sig", "cp874")
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DELIMITERS = (",", ";", "\t")
OPENING_BYTES = 65_536


def read_delimited_text(path: Path, file_name: str) -> RecordSheet:
    """A CSV file → its one sheet. Raises BrokenFileError when it is not text of a known kind."""
    try:
        encoding = _encoding(path, OPENING_BYTES)
        headers, delimiter = max(
            ((_headers(path, encoding, delimiter), delimiter) for delimiter in DELIMITERS),
            key=lambda found: len(found[0]),
        )
    except (OSError, UnicodeError, csv.Error) as error:
        raise broken_file(file_name, "unreadable_text", detail=error) from error

    def rows() -> Iterator[Row]:
        try:
            yield from _rows(path, delimiter)
        except (OSError, UnicodeError, csv.Error) as error:
            raise broken_file(file_name, "unreadable_text", detail=error) from error

    is_utf_8 = encoding == ENCODINGS[0]
    return RecordSheet(None, headers, rows, delimiter if is_utf_8 else None)


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


def _headers(path: Path, encoding: str, delimiter: str) -> tuple[str, ...]:
    with path.open(encoding=encoding, newline="") as stream:
        return tuple(next(csv.reader(stream, delimiter=delimiter, strict=True), ()))


def _rows(path: Path, delimiter: str) -> Iterator[Row]:
    with path.open(encoding=_encoding(path), newline="") as stream:
        records = csv.reader(stream, delimiter=delimiter, strict=True)
        for number, cells in enumerate(records, start=1):
            if number > 1 and cells:
                yield number, cells
