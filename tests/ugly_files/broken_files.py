"""Files of which nothing can be loaded: name of the file → its bytes."""

from collections.abc import Callable

from tests.ugly_files.bombs import bomb, lying_bomb
from tests.ugly_files.ole_file import ole_file
from tests.ugly_files.other_workbooks import ods, xlsb, zipped
from tests.ugly_files.plain_tables import FUND_NAMES, fund_rows
from tests.ugly_files.text_files import PLAIN_TEXT, text_of
from tests.ugly_files.workbook_files import CELLS, NUMBERS, ROWS_WITH, rewritten, xlsx

PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"
PHOTOGRAPH = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xdb\0C\0"
DOCUMENT = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
WEB_PAGE = "<html><meta charset='utf-8'><table><tr><td>รหัสรายการ</td></tr></table></html>"
# Cyrillic letters that look like Latin ones.
LOOKALIKES = str.maketrans("aeo", "аео")
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def far_apart() -> bytes:
    """Two cells in the corners of a sheet: a table of seventeen thousand million cells."""
    return xlsx({"กองทุน": CELLS}, lambda sheet: sheet.cell(1_048_576, 16_384, "x"))


def damaged_text() -> bytes:
    """UTF-8 of which one byte was lost on the way; as CP874 it would be text, but nonsense."""
    whole = PLAIN_TEXT.encode()
    place = whole.index("น้ำพอง".encode())
    return whole[:place] + whole[place + 1 :]


BROKEN: dict[str, Callable[[], bytes]] = {
    "no_header__empty.csv": lambda: b"",
    "no_header__empty_workbook.xlsx": lambda: xlsx({"Sheet1": []}),
    "no_rows__header_only.csv": lambda: text_of([FUND_NAMES]).encode(),
    "no_rows__header_only.xlsx": lambda: xlsx({"กองทุน": [FUND_NAMES]}),
    "locked_workbook__password.xlsx": lambda: ole_file(
        {"EncryptedPackage": b"\x01" * 5000, "EncryptionInfo": b"\x04\0\x04\0"}
    ),
    "too_large_workbook__zip_bomb.xlsx": lambda: bomb(3000),
    "unreadable_workbook__zip_bomb_that_lies.xlsx": lambda: lying_bomb(3000),
    "too_large_sheet__cell_in_the_last_corner.xlsx": far_apart,
    "too_large_sheet__cell_repeated_to_the_last_corner.ods": lambda: ods(
        NUMBERS, ROWS_WITH % ' office:value-type="float" office:value="1"'
    ),
    "too_large_sheet__last_column_of_many_rows.xlsb": lambda: xlsb(
        [*NUMBERS, *[[]] * 2000, [*[""] * 16_383, "x"]]
    ),
    "unreadable_workbook__cut_short.xlsx": lambda: xlsx({"กองทุน": CELLS})[:3000],
    "unreadable_workbook__bytes_overwritten.xlsx": lambda: (
        xlsx({"กองทุน": CELLS})[:700] + b"\xff" * 500 + xlsx({"กองทุน": CELLS})[1200:]
    ),
    "unreadable_workbook__half_of_a_letter.xlsx": lambda: rewritten(
        xlsx({"กองทุน": CELLS}), SHEET, lambda part: part.replace("F1", "&#xD800;")
    ),
    "unreadable_workbook__entities_of_entities.xlsx": lambda: rewritten(
        xlsx({"กองทุน": CELLS}),
        SHEET,
        lambda part: part.replace("<worksheet", LAUGHS + "<worksheet", 1).replace("F1", "&b;"),
    ),
    "picture__photograph_of_a_screen.xlsx": lambda: PICTURE,
    "picture__photograph.csv": lambda: PHOTOGRAPH,
    "pdf__document.csv": lambda: DOCUMENT,
    "web_page__export_of_a_system.xls": WEB_PAGE.encode,
    "letter__written_document.csv": lambda: rb"{\rtf1\ansi \'c3\'cb\'d1\'ca}",
    "archive__archive_of_files.zip": lambda: zipped({"fund.csv": PLAIN_TEXT}),
    "archive__letter.docx": lambda: zipped({"word/document.xml": "<w:document/>"}),
    "damaged_text__byte_lost.csv": damaged_text,
    "damaged_text__half_of_a_letter.csv": lambda: PLAIN_TEXT.encode().replace(
        b"F2", b"F2\xed\xa0\x80"
    ),
    "damaged_text__cut_short.csv": lambda: PLAIN_TEXT.encode()[:-4],
    "no_text__zeros_in_it.csv": lambda: PLAIN_TEXT.replace("F2", "F\0002").encode(),
    "unreadable_text__quotation_never_ended.csv": lambda: PLAIN_TEXT.replace("F2", '"F2').encode(),
    "missing_columns__letters_like_latin.csv": lambda: text_of(
        [[*FUND_NAMES[:4], FUND_NAMES[4].translate(LOOKALIKES), FUND_NAMES[5]], *fund_rows()[1:]]
    ).encode(),
    "repeated_column__header_twice.csv": lambda: text_of(
        [[*FUND_NAMES, "รายการ"], *([*row, row[-1]] for row in fund_rows()[1:])]
    ).encode(),
    "unknown_content__letter.txt": "เรียน นายอำเภอ\r\nด้วยจังหวัด\r\n".encode,
}
BROKEN_FILES = {f"district_fund__refused_file_{name}": make for name, make in BROKEN.items()}
