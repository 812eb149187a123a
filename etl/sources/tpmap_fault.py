"""Finds what is wrong in the rows of a TPMAP file that was read as not sound."""

import csv
import re
from collections.abc import Iterator, Mapping

from etl.sources.broken_file import BrokenFileError
from etl.sources.tpmap_file import TpmapFile
from etl.sources.tpmap_layout import COMMON_COLUMNS, HAPPINESS, MASK_COLUMNS, PROVINCE, RATE
from etl.sources.tpmap_refusal import refusal

LARGEST_COUNT = 2_147_483_647
# How TPMAP writes a mean or a rate of nothing.
NO_VALUE = ("", "NA", "NaN")
LARGEST_MEAN = {HAPPINESS: 10, RATE: 100}


def find_fault(file: TpmapFile) -> BrokenFileError | None:
    """A file → the refusal of its first fault from the top, or None when its rows are sound."""
    try:
        rows = 0
        seen: set[str] = set()
        for number, cells in _rows(file):
            rows += 1
            if len(cells) != len(file.headers):
                details = {"found": len(cells), "expected": len(file.headers)}
                return refusal(file.path.name, "wrong_width", row=number, **details)
            named = dict(zip(file.headers, cells, strict=True))
            fault = _code_fault(file, number, named, seen) or _number_fault(file, number, named)
            if fault is not None:
                return fault
            seen.add(named[file.level.key])
    except (OSError, UnicodeError, csv.Error) as error:
        return refusal(file.path.name, "unreadable", detail=error)
    return None if rows else refusal(file.path.name, "empty")


def _rows(file: TpmapFile) -> Iterator[tuple[int, list[str]]]:
    """Row numbers as a spreadsheet shows them, the header being row 1, and cells."""
    with file.path.open(encoding="utf-8-sig", newline="") as stream:
        for number, cells in enumerate(csv.reader(stream, strict=True), start=1):
            if number > 1 and cells:
                yield number, cells


def _code_fault(
    file: TpmapFile, row: int, named: Mapping[str, str], seen: set[str]
) -> BrokenFileError | None:
    code, province = named[file.level.key], file.province_code
    rest = file.level.digits - len(province)
    if not re.fullmatch(rf"{province}[0-9]{{{rest}}}", code):
        details = {"column": file.level.key, "value": code, "digits": file.level.digits}
        return refusal(file.path.name, "wrong_code", row=row, province=province, **details)
    if named[PROVINCE] != province:
        details = {"value": named[PROVINCE], "province": province}
        return refusal(file.path.name, "wrong_province", row=row, **details)
    if code in seen:
        return refusal(file.path.name, "duplicate", row=row, value=code)
    return None


def _number_fault(file: TpmapFile, row: int, named: Mapping[str, str]) -> BrokenFileError | None:
    for column in COMMON_COLUMNS if file.mask is None else MASK_COLUMNS:
        value = named[column]
        most = LARGEST_MEAN.get(column)
        if most is None and not _is_count(value):
            return refusal(file.path.name, "not_a_count", row=row, column=column, value=value)
        if most is not None and not _is_mean(value, most):
            details = {"column": column, "value": value, "most": most}
            return refusal(file.path.name, "not_a_mean", row=row, **details)
    return None


def _is_count(value: str) -> bool:
    try:
        number = float(value)
    except ValueError:
        return False
    return 0 <= number <= LARGEST_COUNT and number.is_integer()


def _is_mean(value: str, most: int) -> bool:
    try:
        return value in NO_VALUE or 0 <= float(value) <= most
    except ValueError:
        return False
