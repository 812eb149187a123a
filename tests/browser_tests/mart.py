"""What the screen must show, asked of the warehouse itself and worded a second time."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import duckdb

CELLS = """
select area_code, value, numerator, denominator, note
from mart_indicator
where indicator = $indicator and level = $level and group_code = 'all'
    and (strftime(month, '%Y-%m') = $month or indicator like 'tpmap%')
"""
NAMES = "select area_code, name_en, name_th from area"
NOTES = {
    "en": {
        "not_applicable": "No household with a need",
        "not_collected": "Not collected",
        "suppressed": "Suppressed (fewer than 5 households, or hidden with one)",
    },
    "th": {
        "not_applicable": "ไม่มีครัวเรือนที่มีความต้องการ",
        "not_collected": "ไม่ได้จัดเก็บ",
        "suppressed": "ปกปิด (น้อยกว่า 5 ครัวเรือน หรือปกปิดประกอบกัน)",
    },
}
DOUBTFUL = {
    "en": "Doubtful figure: see data quality",
    "th": "ตัวเลขน่าสงสัย ดูหน้าคุณภาพข้อมูล",
}
VALUES = {
    "en": {"pct": "{}\N{NO-BREAK SPACE}%", "households": "{} households", "of": "{} of {}"},
    "th": {"pct": "ร้อยละ\N{NO-BREAK SPACE}{}", "households": "{} ครัวเรือน", "of": "{} จาก {}"},
}


class Cell(NamedTuple):
    """One figure of the mart."""

    value: float | None
    numerator: int | None
    denominator: int | None
    note: str | None


def cells(
    sample: duckdb.DuckDBPyConnection, indicator: str, level: str, month: str
) -> dict[str, Cell]:
    """An indicator, level and month → area → its figure."""
    asked = {"indicator": indicator, "level": level, "month": month}
    return {code: Cell(*rest) for code, *rest in sample.execute(CELLS, asked).fetchall()}


def doubtful(sample: duckdb.DuckDBPyConnection, indicator: str, month: str) -> list[str]:
    """An indicator and a month → the districts whose figure a rule found doubtful."""
    question = """
        select distinct area_code from data_quality_flag
        where indicator = $indicator and strftime(month, '%Y-%m') = $month
    """
    rows = sample.execute(question, {"indicator": indicator, "month": month}).fetchall()
    return [code for (code,) in rows]


def names(sample: duckdb.DuckDBPyConnection, language: str) -> dict[str, str]:
    """Area → its name."""
    place = 1 if language == "en" else 2
    return {row[0]: row[place] for row in sample.execute(NAMES).fetchall()}


def decimals_of(indicator: str) -> int:
    """With how many decimals an indicator is shown."""
    if indicator.endswith("_need"):
        return 0
    return 2 if indicator.startswith("tpmap_") else 1


def rounded(value: float, decimals: int) -> str:
    """A value as it is written, half rounded up."""
    place = Decimal(1).scaleb(-decimals)
    return f"{Decimal(repr(value)).quantize(place, ROUND_HALF_UP):,}"


def figure(indicator: str, cell: Cell) -> str:
    """The bare figure of a cell that has one; raises AssertionError for one that has none."""
    assert cell.value is not None
    return rounded(cell.value, decimals_of(indicator))


def share(language: str, cell: Cell) -> str:
    """The two counts behind a figure; blank where there is only one."""
    if cell.value is None or cell.denominator is None:
        return ""
    return VALUES[language]["of"].format(f"{cell.numerator:,}", f"{cell.denominator:,}")


def spoken(
    language: str, indicator: str, found: Mapping[str, Cell], name_of: Mapping[str, str]
) -> dict[str, str]:
    """Cells by area → what is said of each area."""
    unit = "households" if indicator.endswith("_need") else "pct"
    said = {}
    for code, cell in found.items():
        if cell.value is None:
            said[code] = f"{name_of[code]}: {NOTES[language][str(cell.note)]}"
            continue
        value = VALUES[language][unit].format(figure(indicator, cell))
        counts = share(language, cell)
        said[code] = f"{name_of[code]}: {value}" + (f" ({counts})" if counts else "")
    return said
