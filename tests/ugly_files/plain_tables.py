"""The tables that every ugly file holds in its own dress, and what they read as."""

from datetime import date
from typing import Any

FUND_NAMES = (
    *("movement_id", "district_code", "movement_date"),
    *("direction", "amount_baht", "purpose"),
)
FUND_HEADERS = ("รหัสรายการ", "รหัสอำเภอ", "วันที่", "รับหรือจ่าย", "จำนวนเงิน (บาท)", "รายการ")
FUND: tuple[tuple[Any, ...], ...] = (
    ("F1", "4001", date(2019, 10, 1), "in", 12000.0, "ผู้บริจาคจากอำเภอน้ำพอง"),
    ("F2", "4007", date(2020, 1, 5), "out", 1500.5, "ซ่อมบ้านแม่เฒ่า"),
    ("F3", "4001", date(2020, 3, 2), "in", 1234567.25, "รับจากกาชาด"),
)
DIRECTIONS = {"in": "รับ", "out": "จ่าย"}

HOUSEHOLD_NAMES = (
    *("household_id", "village_code", "bmn_year", "household_class"),
    *("members_persons", "status", "status_date", "wants_help"),
)
HOUSEHOLDS: tuple[tuple[Any, ...], ...] = (
    ("H1", "40010201", 2018, "developable", 3, "found", date(2019, 10, 5), True),
    ("H2", "40010202", 2017, "relief", 12, "moved", date(2019, 11, 30), False),
    ("H3", "40020101", 2018, "relief", 1, "found", date(2020, 2, 29), None),
)
PLAIN = {"district_fund": (FUND_NAMES, FUND), "households": (HOUSEHOLD_NAMES, HOUSEHOLDS)}

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
BUDDHIST_YEARS = 543


def typed(value: Any) -> str:
    """A value → what an officer types for it in the plainest way."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) and value < 1e5 else str(value)


def plain_rows(source: str) -> list[list[str]]:
    """A source → its plain table as text, the names of the columns on top."""
    names, records = PLAIN[source]
    return [list(names), *([typed(value) for value in record] for record in records)]


def fund_rows(**columns: tuple[Any, ...]) -> list[list[Any]]:
    """Columns written in another way, by name → the fund's table with those columns so."""
    table = plain_rows("district_fund")
    for name, values in columns.items():
        place = table[0].index(name)
        for row, value in zip(table[1:], values, strict=True):
            row[place] = value
    return table
