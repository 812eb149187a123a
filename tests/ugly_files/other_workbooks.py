"""Workbooks other than XLSX, by hand: Excel 97 (.xls), binary (.xlsb), LibreOffice (.ods)."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from tests.ugly_files.ole_file import ole_file

Table = Sequence[Sequence[object]]
XLSB_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
</Types>"""
XLSB_LINKS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="{target}"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>
</Relationships>"""
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_PARTS = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
ODS_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="Sheet1">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts by name → a zip file of them."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def xls(table: Table) -> bytes:
    """A table → a workbook of Excel 97, its one sheet named Sheet1; numbers are number cells."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    sheet_begin = struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)
    end = _biff(0x000A, b"")
    name = b"\x06\x00Sheet1"
    place = len(_biff(0x0809, begin)) + len(_biff(0x0085, b"\0" * 6 + name)) + len(end)
    book = _biff(0x0809, begin) + _biff(0x0085, struct.pack("<IH", place, 0) + name) + end
    cells = b"".join(
        _biff_cell(row, column, value)
        for row, values in enumerate(table)
        for column, value in enumerate(values)
        if value != ""
    )
    return ole_file({"Workbook": book + _biff(0x0809, sheet_begin) + cells + end})


def _biff(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _biff_cell(row: int, column: int, value: object) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, int | float):
        return _biff(0x0203, place + struct.pack("<d", value))
    letters = str(value).encode("utf-16-le")
    return _biff(0x0204, place + struct.pack("<HB", len(letters) // 2, 1) + letters)


def xlsb(table: Table) -> bytes:
    """A table → an Excel binary workbook, its one sheet named Sheet1."""
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Sheet1")
    book = _binary(131) + _binary(143) + _binary(156, bundle) + _binary(144) + _binary(132)
    width = max(map(len, table))
    size = struct.pack("<4I", 0, len(table) - 1, 0, width - 1)
    rows = b"".join(
        _binary(0, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0))
        + b"".join(_binary_cell(column, value) for column, value in enumerate(values))
        for row, values in enumerate(table)
    )
    sheet = _binary(129) + _binary(148, size) + _binary(145) + rows + _binary(146) + _binary(130)
    return zipped(
        {
            "[Content_Types].xml": XLSB_TYPES,
            "_rels/.rels": XLSB_LINKS.format(target="xl/workbook.bin", kind="officeDocument"),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": XLSB_LINKS.format(
                target="worksheets/sheet1.bin", kind="worksheet"
            ),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def _binary(kind: int, body: bytes = b"") -> bytes:
    return _sevens(kind) + _sevens(len(body)) + body


def _sevens(number: int) -> bytes:
    found = bytearray()
    while number >= 128:
        found.append(number % 128 + 128)
        number //= 128
    return bytes([*found, number])


def _wide(text: str) -> bytes:
    letters = text.encode("utf-16-le")
    return struct.pack("<I", len(letters) // 2) + letters


def _binary_cell(column: int, value: object) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, int | float):
        return _binary(5, place + struct.pack("<d", value))
    return _binary(6, place + _wide(str(value)))


def ods(table: Table, last_row: str = "") -> bytes:
    """A table and a row of XML below it → a LibreOffice workbook, its one sheet named Sheet1."""
    rows = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, values))}</table:table-row>" for values in table
    )
    rows += last_row
    return zipped(
        {
            "mimetype": ODS_TYPE,
            "META-INF/manifest.xml": ODS_PARTS,
            "content.xml": ODS_CONTENT.format(rows=rows),
        }
    )


def _ods_cell(value: object) -> str:
    if isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"
