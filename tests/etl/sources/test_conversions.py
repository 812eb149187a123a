"""What an officer writes is read as the value it means, and nothing else is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

CONVERSIONS = Path(__file__).resolve().parents[3] / "etl" / "sources" / "conversions.sql"
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
THAI_MONTHS = [
    ("ม.ค.", "มกราคม"),
    ("ก.พ.", "กุมภาพันธ์"),
    ("มี.ค.", "มีนาคม"),
    ("เม.ย.", "เมษายน"),
    ("พ.ค.", "พฤษภาคม"),
    ("มิ.ย.", "มิถุนายน"),
    ("ก.ค.", "กรกฎาคม"),
    ("ส.ค.", "สิงหาคม"),
    ("ก.ย.", "กันยายน"),
    ("ต.ค.", "ตุลาคม"),
    ("พ.ย.", "พฤศจิกายน"),
    ("ธ.ค.", "ธันวาคม"),
]
ENGLISH_MONTHS = "January February March April May June July August September October November "
ENGLISH_MONTHS += "December"

CONNECTION = duckdb.connect()
CONNECTION.execute(CONVERSIONS.read_text("utf-8"))


def ask(expression: str, raw: str) -> Any:
    answer = CONNECTION.execute(f"select {expression}", {"raw": raw}).fetchone()
    assert answer is not None
    return answer[0]


def read(kind: str, raw: str) -> Any:
    """A type (a code's with its digits) and a text → the value, as the reader finds it."""
    name, _, digits = kind.partition(" ")
    more = f", {digits}" if digits else ""
    plain = ask(f"plain_{name}($raw{more})", raw)
    written = ask(f"written_{name}($raw{more})", raw)
    assert plain is None or plain == written, "the quick way and the other must agree"
    return written


DATE_FORMS: dict[str, Callable[[date], str]] = {
    "ISO": lambda day: day.isoformat(),
    "ISO, Buddhist year": lambda day: f"{day.year + 543}-{day:%m-%d}",
    "ISO with a time": lambda day: f"{day.isoformat()}T08:30:00",
    "ISO, no zeros": lambda day: f"{day.year}/{day.month}/{day.day}",
    "day first": lambda day: f"{day:%d/%m}/{day.year}",
    "day first, Buddhist year": lambda day: f"{day.day}/{day.month}/{day.year + 543}",
    "day first, dots": lambda day: f"{day:%d.%m}.{day.year + 543}",
    "short month": lambda day: f"{day.day} {THAI_MONTHS[day.month - 1][0]} {day.year + 543}",
    "no spaces": lambda day: f"{day.day}{THAI_MONTHS[day.month - 1][0]}{day.year + 543}",
    "month in full": lambda day: f"{day.day} {THAI_MONTHS[day.month - 1][1]} พ.ศ. {day.year + 543}",
    "English month": lambda day: f"{day.day} {ENGLISH_MONTHS.split()[day.month - 1]} {day.year}",
    "English short": lambda day: (
        f"{day.day}-{ENGLISH_MONTHS.split()[day.month - 1][:3]}-{day.year}"
    ),
}
days = st.dates(date(1900, 1, 1), date(2399, 12, 31))


@given(day=days, form=st.sampled_from(sorted(DATE_FORMS)), is_thai=st.booleans())
def test_a_date_is_read_in_every_form_era_and_script(day: date, form: str, is_thai: bool) -> None:
    written = DATE_FORMS[form](day)
    assert read("date", written.translate(THAI_DIGITS) if is_thai else written) == day


@given(day=st.dates(date(2001, 1, 1), date(2042, 12, 31)))
def test_two_digits_are_the_buddhist_year(day: date) -> None:
    year = f"{day.year + 543 - 2500:02}"
    assert read("date", f"{day.day}/{day.month}/{year}") == day
    assert read("date", f"{day.day} {THAI_MONTHS[day.month - 1][0]} {year}") == day


@given(day=days, is_thai=st.booleans())
def test_a_month_is_read_in_every_form_and_era(day: date, is_thai: bool) -> None:
    short, full = THAI_MONTHS[day.month - 1]
    for written in (
        f"{day.year}-{day.month:02}",
        f"{day.year + 543}-{day.month:02}",
        f"{day.month}/{day.year + 543}",
        f"{short} {day.year + 543}",
        f"{full} {day.year + 543}",
        f"{ENGLISH_MONTHS.split()[day.month - 1]} {day.year}",
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year + 543}",
    ):
        found = read("month", written.translate(THAI_DIGITS) if is_thai else written)
        assert found == day.replace(day=1), written


@given(number=st.integers(-(10**14), 10**14), is_thai=st.booleans())
def test_a_whole_number_is_read_with_commas_and_a_zero_fraction(number: int, is_thai: bool) -> None:
    for written in (f"{number}", f"{number:,}", f"{number}.0", f" {number} ", f"{number}."):
        assert read("integer", written.translate(THAI_DIGITS) if is_thai else written) == number


@given(number=st.decimals(-(10**9), 10**9, places=2), is_thai=st.booleans())
def test_a_number_is_read_with_commas_and_decimals(number: Any, is_thai: bool) -> None:
    for written in (f"{number}", f"{number:,}", f"\u00a0{number}\t"):
        found = read("decimal", written.translate(THAI_DIGITS) if is_thai else written)
        assert found == float(number)


@given(year=st.integers(1900, 2399), is_thai=st.booleans())
def test_a_year_is_read_in_both_eras(year: int, is_thai: bool) -> None:
    for written in (f"{year}", f"{year + 543}", f"{year}.0", f" {year + 543} "):
        assert read("year", written.translate(THAI_DIGITS) if is_thai else written) == year


@given(code=st.from_regex("[0-9]{8}", fullmatch=True))
def test_a_code_is_read_as_excel_leaves_it(code: str) -> None:
    for written in (
        code,
        f"{code}.0",
        f" {code}",
        code.translate(THAI_DIGITS),
        f"{code[:4]} {code[4:]}",
    ):
        assert read("code 8", written) == code


@given(text=st.text().filter(lambda text: text.strip(" \t\r\n\u00a0\u200b") not in ("", "-")))
def test_a_text_loses_only_the_blanks_around_it(text: str) -> None:
    if "\0" not in text:
        assert read("text", f" {text}\u00a0\u200b\n") == text.strip(" \t\r\n\u00a0\u200b")


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", "-", None),
        ("text", " - ", None),
        ("text", "\u00a0", None),
        ("text", "ก-ข", "ก-ข"),
        ("integer", "2.5", None),
        ("integer", "1_000", None),
        ("integer", "0x1F", None),
        ("integer", "1e3", None),
        ("integer", "three", None),
        ("integer", "", None),
        ("integer", "๑,๒๓๔", 1234),
        ("decimal", "1_000.5", None),
        ("decimal", "inf", None),
        ("decimal", "nan", None),
        ("decimal", "38,000 บาท", None),
        ("year", "62", 62),
        ("code 4", "401", None),
        ("code 4", "40011", None),
        ("code 4", "4001.5", None),
        ("code 4", "+401", None),
        ("code 4", "40a1", None),
        ("date", "31/02/2563", None),
        ("date", "29/02/2563", date(2020, 2, 29)),
        ("date", "29/02/2562", None),
        ("date", "12/31/2019", None),
        ("date", "1/10/19", None),
        ("date", "epoch", None),
        ("date", "infinity", None),
        ("date", "2019-10", None),
        ("date", "43739", None),
        ("date", "1 xyz 2562", None),
        ("month", "2019-13", None),
        ("month", "2562", None),
        ("month", "ต.ค. 62", date(2019, 10, 1)),
        ("boolean", "TRUE", True),
        ("boolean", "false", False),
        ("boolean", "๑", True),
        ("boolean", "0", False),
        ("boolean", " ใช่ ", True),
        ("boolean", "ไม่ใช่", False),
        ("boolean", "มี", True),
        ("boolean", "ไม่มี", False),
        ("boolean", "อาจจะ", None),
        ("boolean", "2", None),
    ],
)
def test_a_form_means_one_value_or_none(kind: str, raw: str, value: object) -> None:
    assert read(kind, raw) == value


@pytest.mark.parametrize("raw", ["", " ", "-", " - ", "\u00a0\t", "\u200b"])
def test_nothing_but_blanks_or_a_dash_is_blank(raw: str) -> None:
    assert ask("is_blank($raw)", raw) is True


@pytest.mark.parametrize("raw", ["0", "--", ".", "ไม่มี"])
def test_what_says_something_is_not_blank(raw: str) -> None:
    assert ask("is_blank($raw)", raw) is False
