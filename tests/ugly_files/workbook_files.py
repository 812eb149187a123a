"""Workbooks as officers send them: name of the file → its bytes."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.ugly_files.other_workbooks import ods, xls, xlsb, zipped
from tests.ugly_files.plain_tables import (
    BUDDHIST_YEARS,
    FUND,
    FUND_HEADERS,
    FUND_NAMES,
    HOUSEHOLD_NAMES,
    HOUSEHOLDS,
    fund_rows,
)
from tests.ugly_files.text_files import AS_OF, NOTE, TITLE, TOTAL

Sheets = dict[str, Sequence[Sequence[Any]]]
# As Excel keeps them: codes, amounts and days are numbers.
CELLS = [FUND_NAMES, *((each[0], int(each[1]), *each[2:]) for each in FUND)]
# What LibreOffice writes for all the rows that nobody used.
ROWS_WITH = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"%s/></table:table-row>'
)
FIRST_DAY = date(1899, 12, 30)
NUMBERS = [
    FUND_NAMES,
    *((each[0], int(each[1]), (each[2] - FIRST_DAY).days, *each[3:]) for each in FUND),
]


def xlsx(sheets: Sheets, arrange: Callable[[Worksheet], object] = lambda sheet: None) -> bytes:
    """Sheets by name and what is done to the last of them → a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    arrange(book.worksheets[-1])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def rewritten(workbook: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A workbook, a part of it and a change of the part's text → the workbook with it."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, part: change(parts[part].decode())})


def under_merged_titles(sheet: Worksheet) -> None:
    for row in (1, 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
        sheet.cell(row, 1).font = Font(bold=True)


def with_hidden_parts(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.auto_filter.ref = "A1:F4"
    sheet.freeze_panes = "A2"


def with_colour_to_the_last_row(sheet: Worksheet) -> None:
    sheet["XFD1048576"].fill = PatternFill("solid", fgColor="FFEEEE")


def with_formulas() -> bytes:
    """The amounts are sums that Excel worked out before it saved."""
    plain = xlsx({"กองทุน": CELLS})
    return rewritten(
        plain,
        "xl/worksheets/sheet1.xml",
        lambda part: (
            part.replace("<v>12000</v>", "<f>SUM(6000,6000)</f><v>12000</v>")
            .replace("<v>1500.5</v>", "<f>E2-10499.5</f><v>1500.5</v>")
            .replace("<v>1234567.25</v>", "<f>1234567+0.25</f><v>1234567.25</v>")
        ),
    )


def numbers_from_1904() -> bytes:
    """Macintosh workbooks count days from 1904."""
    book = openpyxl.Workbook()
    book.epoch = datetime(1904, 1, 1)
    sheet = book.worksheets[0]
    for row in CELLS:
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def in_buddhist_years(day: date) -> date:
    return day.replace(year=day.year + BUDDHIST_YEARS)


WORKBOOK_FILES: dict[str, Callable[[], bytes]] = {
    "district_fund__loads__numbers_and_days_as_excel_keeps_them.xlsx": lambda: xlsx(
        {"กองทุน": CELLS}
    ),
    "district_fund__loads__text_in_every_cell.xlsx": lambda: xlsx({"กองทุน": fund_rows()}),
    "district_fund__loads__title_row_merged_above_header.xlsx": lambda: xlsx(
        {"กองทุน": [TITLE, AS_OF, *CELLS, TOTAL, NOTE]}, under_merged_titles
    ),
    "district_fund__loads__hidden_rows_and_columns_and_a_filter.xlsx": lambda: xlsx(
        {"กองทุน": CELLS}, with_hidden_parts
    ),
    "district_fund__loads__cover_and_notes_on_other_sheets.xlsx": lambda: xlsx(
        {"ปก": [["โครงการคู่เสี่ยว"]], "คำอธิบาย": [["อ่านก่อนกรอก"]], "ว่าง": [], "ข้อมูล": CELLS}
    ),
    "district_fund__loads__formulas_with_their_results.xlsx": with_formulas,
    "district_fund__loads__days_counted_from_1904.xlsx": numbers_from_1904,
    "district_fund__loads__serial_numbers_that_are_not_shown_as_dates.xlsx": lambda: xlsx(
        {"กองทุน": fund_rows(movement_date=tuple((each[2] - FIRST_DAY).days for each in FUND))}
    ),
    "district_fund__loads__buddhist_years_in_date_cells.xlsx": lambda: xlsx(
        {"กองทุน": fund_rows(movement_date=tuple(in_buddhist_years(each[2]) for each in FUND))}
    ),
    "district_fund__loads__times_of_day_in_date_cells.xlsx": lambda: xlsx(
        {
            "กองทุน": fund_rows(
                movement_date=tuple(
                    datetime(each[2].year, each[2].month, each[2].day, 8, 30) for each in FUND
                )
            )
        }
    ),
    "district_fund__loads__header_in_two_rows_merged.xlsx": lambda: xlsx(
        {
            "กองทุน": [
                [*FUND_HEADERS[:3], "ความเคลื่อนไหว", "", ""],
                ["", "", "", *FUND_HEADERS[3:]],
                *fund_rows()[1:],
            ]
        }
    ),
    "district_fund__loads__table_that_begins_in_cell_c5.xlsx": lambda: xlsx(
        {"กองทุน": [[], [], [], [], *([None, None, *row] for row in CELLS)]}
    ),
    "district_fund__loads__colour_down_to_the_last_cell.xlsx": lambda: xlsx(
        {"กองทุน": CELLS}, with_colour_to_the_last_row
    ),
    "district_fund__loads__one_cell_merged_over_two_rows.xlsx": lambda: xlsx(
        {"กองทุน": [CELLS[0], CELLS[1], (CELLS[3][0], None, *CELLS[3][2:]), CELLS[2]]},
        lambda sheet: sheet.merge_cells("B2:B3"),
    ),
    "district_fund__loads__excel_97.xls": lambda: xls(NUMBERS),
    "district_fund__loads__excel_binary.xlsb": lambda: xlsb(NUMBERS),
    "district_fund__loads__libreoffice.ods": lambda: ods(NUMBERS),
    "district_fund__loads__libreoffice_down_to_the_last_row.ods": lambda: ods(
        NUMBERS, ROWS_WITH % ""
    ),
    "district_fund__loads__workbook_named_as_text.csv": lambda: xlsx({"กองทุน": CELLS}),
    "households__loads__yes_and_no_as_excel_keeps_them.xlsx": lambda: xlsx(
        {"ครัวเรือน": [HOUSEHOLD_NAMES, *HOUSEHOLDS]}
    ),
    "district_fund__refused_row_3_required_blank__formula_never_worked_out.xlsx": lambda: xlsx(
        {"กองทุน": fund_rows(amount_baht=(12000, "=1500+0.5", 1234567.25))}
    ),
    "district_fund__refused_row_3_required_blank__error_in_a_cell.xlsx": lambda: rewritten(
        xlsx({"กองทุน": CELLS}),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace('<c r="E3" t="n"><v>1500.5</v>', '<c r="E3" t="e"><v>#REF!</v>'),
    ),
    "district_fund__refused_file_several_sheets__one_for_each_district.xlsx": lambda: xlsx(
        {"อำเภอเมือง": CELLS[:3], "อำเภอน้ำพอง": [CELLS[0], CELLS[3]]}
    ),
}
