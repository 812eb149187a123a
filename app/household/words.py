"""Values of a household's records in words."""

from collections.abc import Iterable
from datetime import date

from app.warehouse import Row
from app.words import day_name, number, text


def agency_name(language: str, row: Row) -> str:
    """A row with an agency's names → the name, in Thai where it has no other; blank without one."""
    english = row["name_en"] if language == "en" else None
    return english or row["name_th"] or row["agency_code"] or ""


def baht(language: str, help_event: Row) -> str:
    """A help event → its value, or what was given in kind."""
    if help_event["value_baht"] is not None:
        return text(language, "household.baht", baht=number(help_event["value_baht"]))
    return help_event["in_kind"] or text(language, "household.without_value")


def yes_or_no(language: str, answer: bool | None) -> str:
    """An answer → yes, no, or not known."""
    name = "not_known" if answer is None else "yes" if answer else "no"
    return text(language, f"household.{name}")


def day_or_blank(language: str, day: date | None) -> str:
    """A day in words, blank where there is none."""
    return day_name(language, day) if day else ""


def joined(parts: Iterable[str | None]) -> str:
    """Words, some of them blank → one line of those that are not."""
    return " · ".join(part for part in parts if part)


def process_stage_name(language: str, stage: str | None) -> str:
    """A stage of the four processes → its name, blank where none was recorded."""
    return text(language, f"process_stage.{stage}") if stage else ""


def life_process_stage_name(language: str, stage: str | None) -> str:
    """A stage of the four life processes → its name, blank where none was recorded."""
    return text(language, f"life_process_stage.{stage}") if stage else ""
