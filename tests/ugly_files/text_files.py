"""Delimited text as officers send it: name of the file → its bytes."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from tests.record_files import csv_text
from tests.ugly_files.plain_tables import (
    BUDDHIST_YEARS,
    DIRECTIONS,
    FUND,
    FUND_HEADERS,
    FUND_NAMES,
    THAI_DIGITS,
    fund_rows,
    plain_rows,
)

THAI_MONTHS = {10: ("ต.ค.", "ตุลาคม"), 1: ("ม.ค.", "มกราคม"), 3: ("มี.ค.", "มีนาคม")}
ENGLISH_MONTHS = {10: "October", 1: "January", 3: "March"}
IDS, CODES, DAYS, DIRECTED, AMOUNTS, PURPOSES = zip(*FUND, strict=True)
TITLE = ["ทะเบียนกองทุนอำเภอ", *[""] * 5]
AS_OF = ["ข้อมูล ณ วันที่ 30 กันยายน 2563", *[""] * 5]
TOTAL = ["", "", "", "รวมทั้งสิ้น", "1,248,067.75", ""]
NOTE = ["หมายเหตุ: ปรับแล้ว", *[""] * 5]

Table = Iterable[Iterable[Any]]


def of_every_cell(change: Callable[[str], str]) -> list[list[str]]:
    """A change of a text → the fund's table with every cell of its records changed."""
    names, *records = fund_rows()
    return [names, *([change(cell) for cell in record] for record in records)]


def of_dates(write: Callable[[date], str]) -> list[list[Any]]:
    """A way to write a date → the fund's table with its dates written so."""
    return fund_rows(movement_date=tuple(map(write, DAYS)))


def text_of(table: Table, delimiter: str = ",") -> str:
    """A table of anything → delimited text."""
    return csv_text([[str(cell) for cell in row] for row in table], delimiter)


def buddhist(day: date, digits: int = 4) -> str:
    """A day → its Buddhist year in two or four digits."""
    return str(day.year + BUDDHIST_YEARS)[-digits:]


TABLES: dict[str, Table] = {
    "plain": fund_rows(),
    "thai_headers_and_words": [
        FUND_HEADERS,
        *fund_rows(direction=tuple(map(DIRECTIONS.__getitem__, DIRECTED)))[1:],
    ],
    "headers_mistyped_as_people_do": [
        [
            *("Movement_ID ", "รหัส\u200bอำเภอ", "MOVEMENT_DATE", "Direction"),
            *("จํานวนเงิน\n(บาท)", "\u00a0รายการ"),
        ],
        *fund_rows()[1:],
    ],
    "title_and_note_above_total_and_note_below": [
        TITLE,
        AS_OF,
        [""] * 6,
        *fund_rows(),
        TOTAL,
        NOTE,
    ],
    "empty_rows_between": [line for row in fund_rows() for line in (row, [""] * 6)],
    "empty_column_on_the_left": [["", *row] for row in fund_rows()],
    "numbered_rows_and_a_column_of_no_use": [
        ["ลำดับ", *FUND_NAMES, "ผู้บันทึก"],
        *([place, *row, "พช."] for place, row in enumerate(fund_rows()[1:], 1)),
    ],
    "columns_in_another_order": [row[::-1] for row in fund_rows()],
    "thai_digits": [
        FUND_NAMES,
        *([row[0], *(cell.translate(THAI_DIGITS) for cell in row[1:])] for row in fund_rows()[1:]),
    ],
    "baht_sign_and_commas": fund_rows(amount_baht=tuple(f"฿{each:,.2f}" for each in AMOUNTS)),
    "baht_in_words": fund_rows(amount_baht=tuple(f"{each:,.2f} บาท" for each in AMOUNTS)),
    "codes_that_became_numbers": fund_rows(district_code=("4001.0", "4007.00", "4001.")),
    "leading_apostrophes": of_every_cell(lambda cell: f"'{cell}"),
    "no_break_and_narrow_spaces": of_every_cell(lambda cell: f"\u00a0{cell}\u2009\u202f\u3000"),
    "signs_nobody_sees": of_every_cell(lambda cell: f"\ufeff{cell[0]}\u200b{cell[1:]}\u00ad"),
    "signs_of_direction": of_every_cell(lambda cell: f"\u202b\u2066{cell}\u2069\u202c\u061c"),
    "vowels_in_parts": fund_rows(
        purpose=tuple(
            unicodedata.normalize("NFKD", each).replace("แ", "เเ").replace("ํ้", "้ํ")
            for each in PURPOSES
        )
    ),
    "tone_marks_twice": fund_rows(
        purpose=tuple(each.replace("้", "้้").replace("่", "่่") for each in PURPOSES)
    ),
    "line_breaks_in_cells": fund_rows(district_code=("4001\n", "\r\n4007", "4001\r")),
    "date_buddhist": of_dates(lambda day: f"{day.day}/{day.month}/{buddhist(day)}"),
    "date_common": of_dates(lambda day: f"{day.day}/{day.month}/{day.year}"),
    "date_short_buddhist_year": of_dates(lambda day: f"{day.day}/{day.month}/{buddhist(day, 2)}"),
    "date_thai_month": of_dates(
        lambda day: f"{day.day} {THAI_MONTHS[day.month][0]} {buddhist(day, 2)}"
    ),
    "date_thai_month_without_dots": of_dates(
        lambda day: f"{day.day} {THAI_MONTHS[day.month][0].replace('.', '')} {buddhist(day)}"
    ),
    "date_in_thai_words": of_dates(
        lambda day: f"วันที่ {day.day} {THAI_MONTHS[day.month][1]} พ.ศ. {buddhist(day)}"
    ),
    "date_english_month": of_dates(lambda day: f"{day.day} {ENGLISH_MONTHS[day.month]} {day.year}"),
    "date_english_month_first": of_dates(
        lambda day: f"{ENGLISH_MONTHS[day.month]} {day.day}, {day.year}"
    ),
    "date_as_excel_shortens_it": of_dates(
        lambda day: f"{day.day}-{ENGLISH_MONTHS[day.month][:3]}-{day.year}"
    ),
    "date_with_a_time": of_dates(lambda day: f"{day.day}/{day.month}/{buddhist(day)} 0:00:00"),
    "date_as_a_serial_number": of_dates(lambda day: str((day - date(1899, 12, 30)).days)),
}
# The second record is written so that it means nothing, or more than one thing.
REFUSED: dict[str, dict[str, tuple[str, str, str]]] = {
    "not_date__year_of_either_era": {"movement_date": ("2019-10-01", "01/02/03", "2020-03-02")},
    "not_date__short_common_year": {"movement_date": ("2019-10-01", "5/1/20", "2020-03-02")},
    "not_date__month_before_day": {"movement_date": ("2019-10-01", "1/15/2020", "2020-03-02")},
    "not_date__day_that_is_none": {"movement_date": ("2019-10-01", "31/2/2563", "2020-03-02")},
    "not_date__word_that_holds_a_month": {
        "movement_date": ("2019-10-01", "5 ชุมคน 2563", "2020-03-02")
    },
    "in_the_future__wrong_century": {"movement_date": ("2019-10-01", "5/1/2663", "2020-03-02")},
    "not_code__digit_lost": {"district_code": ("4001", "407", "4001")},
    "not_code__letters_like_digits": {"district_code": ("4001", "4OO7", "4001")},
    "not_code__digits_of_arabic": {"district_code": ("4001", "٤٠٠٧", "4001")},
    "not_decimal__two_numbers": {"amount_baht": ("12000", "1500 1600", "1234567.25")},
    "not_decimal__comma_for_the_point": {"amount_baht": ("12000", "1500,5", "1234567.25")},
    "not_decimal__error_of_a_formula": {"amount_baht": ("12000", "#REF!", "1234567.25")},
    "not_decimal__power_of_ten": {"amount_baht": ("12000", "1.5x10^3", "1234567.25")},
    "not_choice__formula_for_a_word": {"direction": ("in", "=HYPERLINK(1)", "in")},
    "duplicate_key__row_twice": {"movement_id": ("F1", "F1", "F3")},
}
PLAIN_TEXT = text_of(fund_rows())
ENCODED: dict[str, bytes] = {
    "byte_order_mark.csv": PLAIN_TEXT.encode("utf-8-sig"),
    "utf_16_with_mark.csv": PLAIN_TEXT.encode("utf-16"),
    "utf_16_big_endian_tabs.tsv": ("\ufeff" + text_of(fund_rows(), "\t")).encode("utf-16-be"),
    "utf_16_without_mark.csv": PLAIN_TEXT.encode("utf-16-le"),
    "tis_620.csv": PLAIN_TEXT.encode("tis-620"),
    "cp874_semicolons.csv": text_of(fund_rows(), ";").encode("cp874"),
    "tabs.tsv": text_of(fund_rows(), "\t").encode(),
    "semicolons.csv": text_of(fund_rows(), ";").encode(),
    "old_mac_line_ends.csv": PLAIN_TEXT.replace("\r\n", "\r").encode(),
    "unix_line_ends_and_no_last_one.csv": PLAIN_TEXT.replace("\r\n", "\n").rstrip().encode(),
    "separator_named_above.csv": ("sep=;\r\n" + text_of(fund_rows(), ";")).encode("utf-8-sig"),
}
WRITTEN: dict[str, bytes] = {
    "households__loads__plain.csv": text_of(plain_rows("households")).encode(),
    **{
        f"district_fund__loads__{trouble}.csv": text_of(table).encode()
        for trouble, table in TABLES.items()
    },
    **{f"district_fund__loads__{name}": content for name, content in ENCODED.items()},
    **{
        f"district_fund__refused_row_3_{trouble}.csv": text_of(fund_rows(**columns)).encode()
        for trouble, columns in REFUSED.items()
    },
}
TEXT_FILES: dict[str, Callable[[], bytes]] = {
    name: partial(bytes, content) for name, content in WRITTEN.items()
}
