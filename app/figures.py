"""Figures of any indicator in words, by its unit."""

from math import floor, log10

from app.indicators import Cell
from app.words import number, percent, text

LEAST_DECIMALS = {"pct": 1, "index": 3}
SIGNIFICANT_DIGITS = 3


def figure(language: str, unit: str, cell: Cell) -> str:
    """A cell → its value with its unit, or why there is none."""
    if cell.value is None:
        return text(language, f"map.short_{cell.note or 'no_data'}")
    return text(language, f"map.value_{unit}", value=digits(unit, cell.value))


def digits(unit: str, value: float) -> str:
    """A value → its digits; a share or an index so small that it would read as 0 gets more."""
    least = LEAST_DECIMALS.get(unit)
    if least is None:
        return number(value)
    needed = SIGNIFICANT_DIGITS - 1 - floor(log10(abs(value))) if value else 0
    return percent(value, max(least, min(needed, 6)))


def share(language: str, cell: Cell, numerator_parts: int) -> str:
    """A cell → n of N; the N alone where the numerator is in parts, blank where there is none."""
    if cell.value is None or cell.denominator is None:
        return ""
    if numerator_parts > 1:
        return text(language, "definitions.out_of", d=number(cell.denominator))
    return text(
        language,
        "map.share",
        n=number(cell.numerator or 0),
        d=number(cell.denominator),
    )
