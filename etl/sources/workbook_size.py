"""How much a workbook holds, found out before anything makes room for it."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from etl.sources.record_refusal import broken_file

# A sheet of 200 MB takes about twice as much memory; Excel's largest sheet of 16 columns has
# 17 million cells.
LARGEST_UNPACKED_BYTES = 1_073_741_824
MOST_CELLS = 20_000_000
CHUNK_BYTES = 1_048_576
LONGEST_TAG_BYTES = 512
NAME_LENGTHS_AT, NAMES_AT = 26, 30
TABLES = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
ROW = re.compile(rb"row\s(?:[^>]*?\s)?r=[\"'](\d{1,7})", re.ASCII)
COLUMN = re.compile(rb"r=[\"']([A-Z]{1,3})\d")
# A cell with something in it: one that is only coloured ends in />.
FILLED = rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']%s[\"'](?:[^>]*[^/>])?>"
FILLED_ROW = re.compile(FILLED % rb"[A-Z]{1,3}(\d{1,7})", re.ASCII)
FILLED_COLUMN = re.compile(FILLED % rb"([A-Z]{1,3})\d{1,7}", re.ASCII)
REPEATED = re.compile(rb"<table:table-(row|cell)\b([^>]*)>")
TIMES = re.compile(rb"table:number-(?:rows|columns)-repeated=\"(\d+)\"")
ROW_HEAD, LAST_KIND_OF_CELL = 0, 11


def check_workbook_size(path: Path, file_name: str) -> None:
    """A zipped workbook → nothing, when there is room for what it holds.

    Raises BrokenFileError for one that unpacks to too much or spreads too far, for a damaged one
    and for a zip file that is no workbook; OSError when it cannot be opened.
    """
    try:
        with path.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            if not any(part.filename in TABLES for part in parts):
                raise broken_file(file_name, "archive")
            if sum(part.file_size for part in parts) > LARGEST_UNPACKED_BYTES:
                raise broken_file(
                    file_name, "too_large_workbook", megabytes=LARGEST_UNPACKED_BYTES >> 20
                )
            cells = sum(_cells(stream, part) for part in parts)
    except (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError) as error:
        raise broken_file(file_name, "unreadable_workbook", detail=error) from error
    if cells > MOST_CELLS:
        raise broken_file(file_name, "too_large_sheet", cells=f"{MOST_CELLS:,}")


def _unpacked(stream: IO[bytes], part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part's bytes, never more of them than the directory of the zip file says."""
    stream.seek(part.header_offset + NAME_LENGTHS_AT)
    name_bytes, extra_bytes = struct.unpack("<HH", stream.read(4))
    stream.seek(part.header_offset + NAMES_AT + name_bytes + extra_bytes)
    packed_left, unpacked = part.compress_size, 0
    is_packed = part.compress_type != zipfile.ZIP_STORED
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    while packed_left:
        packed = stream.read(min(packed_left, CHUNK_BYTES))
        if not packed:
            raise zipfile.BadZipFile(part.filename)
        packed_left -= len(packed)
        while packed:
            plain = unpacker.decompress(packed, CHUNK_BYTES) if is_packed else packed
            packed = unpacker.unconsumed_tail
            unpacked += len(plain)
            if unpacked > part.file_size:
                raise zipfile.BadZipFile(part.filename)
            yield plain


def _cells(stream: IO[bytes], part: zipfile.ZipInfo) -> int:
    """The cells of the smallest table that holds all that is written in a part."""
    if part.filename == "content.xml":
        return _cells_of_ods(_unpacked(stream, part))
    if part.filename.endswith(".bin"):
        return _cells_of_xlsb(b"".join(_unpacked(stream, part)))
    cells = _cells_of_xlsx(_unpacked(stream, part), ROW, COLUMN)
    # Colour alone may reach to the last row; telling it from values takes longer.
    return (
        cells
        if cells <= MOST_CELLS
        else _cells_of_xlsx(_unpacked(stream, part), FILLED_ROW, FILLED_COLUMN)
    )


def _cells_of_xlsx(
    content: Iterator[bytes], row: re.Pattern[bytes], column: re.Pattern[bytes]
) -> int:
    last_row, columns, before = 0, {b"A"}, b""
    for part in content:
        text = before + part
        columns.update(column.findall(text))
        last_row = max(last_row, max(map(int, row.findall(text)), default=0))
        before = part[-LONGEST_TAG_BYTES:]
    return last_row * max(map(_column_number, columns))


def _column_number(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _cells_of_ods(content: Iterator[bytes]) -> int:
    """LibreOffice says how often a cell and a row come one after another."""
    rows, row_times, width, widest, last_row, before = 0, 0, 0, 0, 0, b""
    for part in content:
        text = before + part
        cut = text.rfind(b"<")
        text, before = text[:cut], text[cut:]
        for kind, told in REPEATED.findall(text):
            found = TIMES.search(told)
            times = int(found[1]) if found else 1
            if kind == b"row":
                rows += row_times
                row_times, width = times, 0
                continue
            width += times
            if b"value" in told:
                widest, last_row = max(widest, width), rows + row_times
    return last_row * widest


def _cells_of_xlsb(content: bytes) -> int:
    """Records of Excel's binary form: a kind, a length, and for a cell its column."""
    stream, last_row, last_column = io.BytesIO(content), 0, 0
    while head := stream.read(1):
        kind = head[0]
        if kind >= 128:
            kind += (stream.read(1)[0] << 7) - 128
        length, shift, more = 0, 0, True
        while more:
            (byte,) = stream.read(1)
            length, shift, more = length | (byte & 127) << shift, shift + 7, byte >= 128
        body = stream.read(length)
        if kind <= LAST_KIND_OF_CELL and length >= 4:
            (number,) = struct.unpack_from("<I", body)
            if kind == ROW_HEAD:
                last_row = max(last_row, number + 1)
            else:
                last_column = max(last_column, number + 1)
    return last_row * last_column
