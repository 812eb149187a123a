"""Every sentence on the screen, by language: texts, numbers, dates."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

LANGUAGES = ("th", "en")
FOLDER = Path(__file__).resolve().parent / "languages"
BUDDHIST_ERA_OFFSET_YEARS = 543


@lru_cache(maxsize=len(LANGUAGES))
def texts(language: str) -> dict[str, str]:
    """Every text of one language by its dotted name, such as `overview.title`."""
    nested = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    flat: dict[str, str] = {}

    def collect(prefix: str, branch: dict[str, Any]) -> None:
        for name, value in branch.items():
            if isinstance(value, dict):
                collect(f"{prefix}{name}.", value)
            else:
                flat[prefix + name] = value

    collect("", nested)
    return flat


def text(language: str, name: str, **fields: Any) -> str:
    """One text with its fields filled in; raises KeyError for an unknown name or field."""
    return texts(language)[name].format(**fields)


def branch(language: str, name: str) -> dict[str, str]:
    """The texts below one dotted name, by the rest of their names."""
    prefix = f"{name}."
    return {
        key.removeprefix(prefix): value
        for key, value in texts(language).items()
        if key.startswith(prefix)
    }


def number(value: float) -> str:
    """A whole number with thousands separators."""
    return f"{value:,.0f}"


def percent(value: float, decimals: int = 1) -> str:
    """Per cent without the sign, half rounded away from zero."""
    return f"{value + 1e-9:,.{decimals}f}"


def signed(value: float, decimals: int = 0) -> str:
    """A number that always carries its sign; a true minus, and no sign at zero."""
    shown = f"{abs(value):,.{decimals}f}"
    if float(shown.replace(",", "")) == 0:
        return shown
    return ("+" if value > 0 else "\N{MINUS SIGN}") + shown


def _year(language: str, year: int) -> int:
    return year + BUDDHIST_ERA_OFFSET_YEARS if language == "th" else year


def month_name(language: str, month: str, *, short: bool = False) -> str:
    """A month such as 2020-09 in words: Buddhist era in Thai, common era in English."""
    year, position = int(month[:4]), int(month[5:7])
    names = texts(language)["calendar.short" if short else "calendar.months"].split("|")
    shown = _year(language, year)
    return f"{names[position - 1]} {shown % 100:02d}" if short else f"{names[position - 1]} {shown}"


def day_name(language: str, day: date) -> str:
    """A day in words: Buddhist era in Thai, common era in English."""
    names = texts(language)["calendar.months"].split("|")
    return f"{day.day} {names[day.month - 1]} {_year(language, day.year)}"


def time_name(language: str, moment: datetime) -> str:
    """A day and a time of it in words, such as 30 กันยายน 2563 16:00 น."""
    clock = f"{moment:%H:%M}"
    return text(language, "calendar.time", day=day_name(language, moment.date()), clock=clock)
