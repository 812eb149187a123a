"""What each indicator means: etl/indicators/<indicator>.toml, read and held to one form."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Literal

INDICATORS = Path(__file__).resolve().parent / "indicators"

CHOICES = {
    "family": {"households", "need", "helped", "solved", "income", "work", "survey", "poverty"},
    "unit": {"pct", "index", "households", "persons", "reports"},
    "direction": {"higher", "lower", "none"},
    "finest_level": {"province", "district", "subdistrict", "village"},
    "period": {"month", "edition"},
}


class DeclarationError(ValueError):
    """A declaration that is not whole: the indicator and what is missing, unknown or wrong."""


@dataclass(frozen=True)
class Declaration:
    """One indicator in words, Thai and English, and how its figures are laid out.

    The figures of period `month` are the programme's, one for each month of the calendar; those
    of period `edition` belong to a survey. tables are the core tables that must hold rows, or the
    indicator was not collected. due_day is the day of the next month on which a month is complete.
    An index has a numerator in parts of what the denominator counts, numerator_parts to one of it.
    pages are those that show the figure, section/page. family is what it is listed under.
    """

    indicator: str
    title_th: str
    title_en: str
    question_th: str
    question_en: str
    family: Literal["households", "need", "helped", "solved", "income", "work", "survey", "poverty"]
    unit: Literal["pct", "index", "households", "persons", "reports"]
    direction: Literal["higher", "lower", "none"]
    numerator_th: str
    numerator_en: str
    denominator_th: str
    denominator_en: str
    caveat_th: str
    caveat_en: str
    sdg_targets: list[str]
    source_th: str
    source_en: str
    author: str
    checked_by: str
    next_review: date
    edition: str
    finest_level: Literal["province", "district", "subdistrict", "village"]
    period: Literal["month", "edition"]
    tables: list[str]
    groups: list[str]
    due_day: int | None
    numerator_parts: int
    pages: list[str]

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str) and not value.strip():
                raise DeclarationError(f"{self.indicator}: {field.name} is empty")
            if field.name in CHOICES and value not in CHOICES[field.name]:
                raise DeclarationError(f"{self.indicator}: {field.name} cannot be {value}")
        if not self.tables or not self.groups or not self.pages:
            raise DeclarationError(
                f"{self.indicator}: tables, groups and pages must name at least one"
            )
        if self.numerator_parts < 1 or (self.numerator_parts > 1 and self.unit != "index"):
            raise DeclarationError(f"{self.indicator}: only an index has a numerator in parts")
        if not isinstance(self.next_review, date):
            raise DeclarationError(f"{self.indicator}: next_review must be a date")

    @property
    def sql(self) -> str:
        """Numerator and denominator: area_code, month, group_code, numerator, denominator."""
        return (INDICATORS / f"{self.indicator}.sql").read_text("utf-8")


def read_declarations(folder: Path = INDICATORS) -> list[Declaration]:
    """A folder → its declarations in order of indicator, each with an SQL file of its name.

    Raises DeclarationError when a word is missing, a value is not known or a file has no partner.
    """
    declared = {path.stem for path in folder.glob("*.toml")}
    counted = {path.stem for path in folder.glob("*.sql")}
    if alone := declared ^ counted:
        raise DeclarationError(f"without a declaration or an SQL file: {', '.join(sorted(alone))}")
    return [read_declaration(folder / f"{indicator}.toml") for indicator in sorted(declared)]


def read_declaration(path: Path) -> Declaration:
    """A declaration file → its declaration; groups `all`, due_day none, parts 1 unless told.

    Raises DeclarationError when a key is missing or unknown, or a value is not an allowed one.
    """
    unless_told = {"groups": ["all"], "due_day": None, "numerator_parts": 1}
    written = {**unless_told, **tomllib.loads(path.read_text("utf-8"))}
    expected = {field.name for field in fields(Declaration)} - {"indicator"}
    if wrong := expected ^ written.keys():
        raise DeclarationError(f"{path.name}: missing or unknown {', '.join(sorted(wrong))}")
    return Declaration(indicator=path.stem, **written)
