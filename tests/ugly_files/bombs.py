"""Zip files that unpack to far more than they are, cheap to make: one block told over and over."""

import io
import struct
import zipfile
import zlib

from tests.ugly_files.other_workbooks import zipped

BLOCK = b" " * 1_048_576
SIZE_IN_PART, SIZE_IN_DIRECTORY = 22, 24
PART_MARK, DIRECTORY_MARK = b"PK\x03\x04", b"PK\x01\x02"
WORKBOOK_PART, SHEET_PART = "xl/workbook.xml", "xl/worksheets/sheet1.xml"


def bomb(megabytes: int) -> bytes:
    """So many megabytes of blanks for a sheet, told truly by the directory of the zip file."""
    return _with_sheet(megabytes, megabytes * len(BLOCK))


def lying_bomb(megabytes: int) -> bytes:
    """The same, but the directory tells of a thousand bytes."""
    return _with_sheet(megabytes, 1000)


def _with_sheet(megabytes: int, told_bytes: int) -> bytes:
    """A stored part that holds the packed blanks, and is then called a packed one."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = block * megabytes + packer.flush()
    content = io.BytesIO(zipped({WORKBOOK_PART: "<workbook/>"}))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr(SHEET_PART, packed)
    told = bytearray(content.getvalue())
    for mark, method, size in (
        (PART_MARK, 8, SIZE_IN_PART),
        (DIRECTORY_MARK, 10, SIZE_IN_DIRECTORY),
    ):
        start = told.rindex(mark)
        struct.pack_into("<H", told, start + method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<I", told, start + size, told_bytes)
    return bytes(told)
