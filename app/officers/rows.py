"""The list of officers, and that of households by their officer: columns and rows in words."""

import re
from collections.abc import Mapping
from datetime import date

from app.rows.row_list import Cell, Column, Kind, Line, href
from app.selection import Selection
from app.service_rule import ServiceRule
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import day_name, month_name, number, text

# An officer's id as any province may write it.
OFFICIAL_ID = re.compile(r"[\w.-]{1,40}")
OFFICER_KINDS: Mapping[str, Kind] = {
    "official_id": "text",
    "agency_code": "text",
    "district_code": "text",
    "households": "number",
    "last_visit_date": "date",
    "longest_gap_days": "number",
    "due_reports": "number",
    "on_time_reports": "number",
    "late_reports": "number",
    "missing_reports": "number",
}
REPORT_KINDS: Mapping[str, Kind] = {
    "official_id": "text",
    "agency_code": "text",
    "district_code": "text",
    "month": "date",
    "households": "number",
    "last_visit_date": "date",
}
HOUSEHOLD_KINDS: Mapping[str, Kind] = {
    "household_id": "text",
    "village_code": "text",
    "household_class": "text",
    "official_id": "text",
    "last_visit_date": "date",
    "gap_days": "number",
}


def columns_of(language: str, kinds: Mapping[str, Kind]) -> list[Column]:
    """Columns and what they hold → the columns of a list, each of which sorts it."""
    return [
        Column(name, text(language, f"officers.column_{name}"), kind, True)
        for name, kind in kinds.items()
    ]


def officer_line(build_id: str, selection: Selection, row: Row, rule: ServiceRule) -> Line:
    """An officer → the row of the list; it opens the officer's households."""
    language = selection.lang
    households, days = row["households"], row["longest_gap_days"]
    counts = {
        column: number(row[column])
        for column in ("due_reports", "on_time_reports", "late_reports", "missing_reports")
    }
    return Line(
        row["official_id"],
        {
            **_officer_cells(build_id, language, row),
            "households": Cell(
                number(households),
                _beside(language, households, row["households_ever"]),
                "urgent" if households > rule.households_per_official else "",
            ),
            "longest_gap_days": _days(days, rule),
            **counts,
        },
        href("officers", selection, view="paired", official=row["official_id"]),
    )


def report_line(build_id: str, selection: Selection, row: Row) -> Line:
    """A report that came late or is missing → the row of the list; it opens its officer's."""
    language = selection.lang
    month = row["month"].strftime("%Y-%m")
    return Line(
        f"{row['official_id']} {month}",
        {
            **_officer_cells(build_id, language, row),
            "month": month_name(language, month),
            "households": number(row["households"]),
        },
        href("officers", selection, view="paired", official=row["official_id"]),
    )


def _officer_cells(build_id: str, language: str, row: Row) -> dict[str, Cell | str]:
    agency = Cell(row["agency_code"] or "", row[f"agency_{language}"] or "")
    return {
        "official_id": row["official_id"],
        "agency_code": agency,
        "district_code": district_name(build_id, language, row["district_code"]),
        "last_visit_date": _day(language, row["last_visit_date"]),
    }


def household_line(build_id: str, selection: Selection, row: Row, rule: ServiceRule) -> Line:
    """A household → the row of the list; it opens the household's page."""
    language, since = selection.lang, row["official_since"]
    officer = Cell(text(language, "officers.no_officer"), tone="urgent")
    if row["official_id"]:
        began = text(language, "officers.since", day=_day(language, since))
        officer = Cell(row["official_id"], began)
    seen = row["last_visit_date"]
    village = village_name(build_id, language, row["village_code"])
    return Line(
        row["household_id"],
        {
            "household_id": row["household_id"],
            "village_code": Cell(village, district_name(build_id, language, row["district_code"])),
            "household_class": text(language, f"group.{row['household_class']}"),
            "official_id": officer,
            "last_visit_date": _day(language, seen) or text(language, "officers.never_visited"),
            "gap_days": _days(row["gap_days"], rule),
        },
        href("household", selection, household=row["household_id"]),
    )


def _beside(language: str, households: int, households_ever: int) -> str:
    if households_ever == households:
        return ""
    return text(language, "officers.ever", n=number(households_ever))


def _day(language: str, day: date | None) -> str:
    return day_name(language, day) if day else ""


def _days(days: int | None, rule: ServiceRule) -> Cell:
    if days is None:
        return Cell("")
    return Cell(number(days), tone="urgent" if days > rule.visit_gap_days else "")
