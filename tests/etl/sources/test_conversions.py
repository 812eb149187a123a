"""What an officer writes is read as the value it means, and nothing else is."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from unicodedata import normalize

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
ENGLISH_MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]
BLANKS = " \t\r\n\u00a0"
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202e\u2060\u2066\ufe0f\ufeff"
TONES = "่้๊๋"

CONNECTION = duckdb.connect()
CONNECTION.execute(CONVERSIONS.read_text("utf-8"))


def ask(expression: str, raws: list[str]) -> list[Any]:
    """An expression of raw and texts → its value for each text."""
    sql = f"select {expression} from (select unnest($raws) as raw)"
    return [value for (value,) in CONNECTION.execute(sql, {"raws": raws}).fetchall()]


def read(kind: str, raws: list[str]) -> list[Any]:
    """A type (a code's with its digits) and texts → their values, as the reader finds them."""
    name, _, digits = kind.partition(" ")
    more = f", {digits}" if digits else ""
    written = ask(f"written_{name}(raw{more})", raws)
    for plain, value in zip(ask(f"plain_{name}(raw{more})", raws), written, strict=True):
        assert plain is None or plain == value, "the quick way and the other must agree"
    return written


def in_both_scripts(raws: list[str]) -> list[str]:
    return [*raws, *(raw.translate(THAI_DIGITS) for raw in raws)]


def english_month(day: date) -> str:
    return ENGLISH_MONTHS[day.month - 1]


DATE_FORMS: list[Callable[[date], str]] = [
    lambda day: day.isoformat(),
    lambda day: f"{day.year + 543}-{day:%m-%d}",
    lambda day: f"{day.isoformat()}T08:30:00",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day:%d/%m}/{day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year + 543}",
    lambda day: f"{day:%d.%m}.{day.year + 543}",
    lambda day: f"{day.day} {THAI_MONTHS[day.month - 1][0]} {day.year + 543}",
    lambda day: f"{day.day}{THAI_MONTHS[day.month - 1][0]}{day.year + 543}",
    lambda day: f"{day.day} {THAI_MONTHS[day.month - 1][1]} พ.ศ. {day.year + 543}",
    lambda day: f"{day.day} {english_month(day)} {day.year}",
    lambda day: f"{day.day}-{english_month(day)[:3]}-{day.year}",
    lambda day: f"{day.day} {THAI_MONTHS[day.month - 1][0].replace('.', '')} {day.year + 543}",
    lambda day: f"วันที่ {day.day} เดือน{THAI_MONTHS[day.month - 1][1]} พ.ศ. {day.year + 543}",
    lambda day: f"{english_month(day)} {day.day}, {day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year + 543} 08:30:00",
    lambda day: f"{day.day} {THAI_MONTHS[day.month - 1][0]} {day.year + 543} 8:30 น.",
]
MONTH_FORMS: list[Callable[[date], str]] = [
    lambda day: f"{day.year}-{day.month:02}",
    lambda day: f"{day.year + 543}-{day.month:02}",
    lambda day: f"{day.month}/{day.year + 543}",
    lambda day: f"{THAI_MONTHS[day.month - 1][0]} {day.year + 543}",
    lambda day: f"{THAI_MONTHS[day.month - 1][1]} {day.year + 543}",
    lambda day: f"{english_month(day)} {day.year}",
    lambda day: day.isoformat(),
    lambda day: f"{day.day}/{day.month}/{day.year + 543}",
]
days = st.dates(date(1900, 1, 1), date(2399, 12, 31))


@given(day=days)
def test_a_date_is_read_in_every_form_era_and_script(day: date) -> None:
    raws = in_both_scripts([form(day) for form in DATE_FORMS])
    assert dict(zip(raws, read("date", raws), strict=True)) == dict.fromkeys(raws, day)


@given(day=st.dates(date(2001, 1, 1), date(2042, 12, 31)))
def test_two_digits_are_the_buddhist_year(day: date) -> None:
    year = f"{day.year + 543 - 2500:02}"
    raws = [f"{day.day}/{day.month}/{year}", f"{day.day} {THAI_MONTHS[day.month - 1][0]} {year}"]
    assert read("date", raws) == [day, day]


@given(day=days)
def test_a_month_is_read_in_every_form_era_and_script(day: date) -> None:
    raws = in_both_scripts([form(day) for form in MONTH_FORMS])
    expected = dict.fromkeys(raws, day.replace(day=1))
    assert dict(zip(raws, read("month", raws), strict=True)) == expected


@given(number=st.integers(-(10**14), 10**14))
def test_a_whole_number_is_read_with_commas_and_a_zero_fraction(number: int) -> None:
    raws = in_both_scripts([f"{number}", f"{number:,}", f"{number}.0", f" {number} ", f"{number}."])
    assert set(read("integer", raws)) == {number}


@given(number=st.decimals(-(10**9), 10**9, places=2))
def test_a_number_is_read_with_commas_and_decimals(number: Decimal) -> None:
    raws = in_both_scripts([f"{number}", f"{number:,}", f"\u00a0{number}\t"])
    assert set(read("decimal", raws)) == {float(number)}


@given(year=st.integers(1900, 2399))
def test_a_year_is_read_in_both_eras(year: int) -> None:
    raws = in_both_scripts([f"{year}", f"{year + 543}", f"{year}.0", f" {year + 543} "])
    assert set(read("year", raws)) == {year}


@given(code=st.from_regex("[0-9]{8}", fullmatch=True))
def test_a_code_is_read_as_excel_leaves_it(code: str) -> None:
    raws = in_both_scripts([code, f"{code}.0", f" {code}", f"{code[:4]} {code[4:]}"])
    assert set(read("code 8", raws)) == {code}


def as_seen(text: str) -> str:
    """A text without signs that nobody sees, and with Thai typed in the usual way."""
    for sign in INVISIBLE:
        text = text.replace(sign, "")
    text = normalize("NFC", text).replace("เเ", "แ")
    for tone in ("", *TONES):
        text = text.replace(f"ํ{tone}า", f"{tone}ำ")
    for tone in TONES:
        while tone + tone in text:
            text = text.replace(tone + tone, tone)
    return text


def bare(text: str) -> str:
    return as_seen(text).strip(BLANKS).removeprefix("'").strip(BLANKS)


signs = st.sampled_from("กาํำเแ่้๊๋ิ ัญ" + "aé'-=1\u0301\u00a0\t\u200b\u202e\ufeff")


@given(text=st.text(signs))
def test_a_text_loses_the_blanks_around_it_and_what_nobody_sees(text: str) -> None:
    expected = None if bare(text) in ("", "-") else bare(text)
    assert read("text", [f" {text}\u00a0\u200b\n", text]) == [expected, expected]


@given(text=st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), min_size=2))
def test_a_text_without_blanks_or_odd_signs_stays_as_it_is(text: str) -> None:
    if bare(text) == text and "\u00ad" not in text:
        assert read("text", [text]) == [text]


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
        ("decimal", "38,000 บาท", 38000),
        ("decimal", "฿1,250.50", 1250.5),
        ("decimal", "38,000 ดอลลาร์", None),
        ("decimal", "1,250.-", 1250),
        ("decimal", "฿1,250 บาท", 1250),
        ("decimal", "1500,5", None),
        ("decimal", "12,34", None),
        ("decimal", "1,2345", None),
        ("integer", "1500 1600", None),
        ("integer", "1,234,567", 1_234_567),
        ("integer", "'1200", 1200),
        ("code 4", "'4001", "4001"),
        ("code 4", "4001\u200b", "4001"),
        ("text", "นํ้าพอง", "น้ำพอง"),
        ("text", "เเวงน้อย", "แวงน้อย"),
        ("text", "บ้้านไผ่", "บ้านไผ่"),
        ("text", "'H1", "H1"),
        ("text", "\u202eH1\u202c\u2067", "H1"),
        ("text", "\u3000H1\u2009", "H1"),
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
        ("date", "43739", date(2019, 10, 1)),
        ("date", "43739.0", date(2019, 10, 1)),
        ("date", "๔๓๗๓๙", date(2019, 10, 1)),
        ("date", "437390", None),
        ("date", "19999", None),
        ("date", "1 xyz 2562", None),
        ("date", "5 ชุมคน 2563", None),
        ("date", "5 marbles 2019", None),
        ("date", "01/02/03", None),
        ("date", "Oct 1 62", None),
        ("date", "1st Oct 2019", date(2019, 10, 1)),
        ("date", "1 Sept. 2019", date(2019, 9, 1)),
        ("date", "43739 08:30", None),
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
    assert read(kind, [raw]) == [value]


@pytest.mark.parametrize("raw", ["", " ", "-", " - ", "\u00a0\t", "\u200b"])
def test_nothing_but_blanks_or_a_dash_is_blank(raw: str) -> None:
    assert ask("is_blank(raw)", [raw]) == [True]


@pytest.mark.parametrize("raw", ["0", "--", ".", "ไม่มี"])
def test_what_says_something_is_not_blank(raw: str) -> None:
    assert ask("is_blank(raw)", [raw]) == [False]
