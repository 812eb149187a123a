"""The rows of the list: needs that are open, or households that fell back below the line."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.access import household_part
from app.left_behind.filters import SEVERITIES, VULNERABILITIES, Wanted
from app.list_part import Part
from app.rows.row_list import Cell, Column, Line, Tone, href
from app.selection import Selection
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import day_name, number, text

HOUSEHOLD_PAGE = "household"
# What tells all rows of a list apart, beside the column it is sorted by.
NEED_KEY, RELAPSE_KEY = ("household_id", "dimension"), ("household_id",)
NEED_COLUMNS: Mapping[str, Column] = {
    each.id: each
    for each in (
        Column("household_id", "household", is_sortable=True, width_rem=8),
        Column("village_code", "village", is_sortable=True),
        Column("dimension", "need", is_sortable=True, width_rem=14),
        Column("severity", "severity", "mark", is_sortable=True),
        Column("days", "days", "number", is_sortable=True),
        Column("need_status", "status", width_rem=14),
        Column("official_id", "officer", is_sortable=True),
        Column("last_visit_date", "last_visit", "date", is_sortable=True),
    )
}
RELAPSE_COLUMNS: Mapping[str, Column] = {
    each.id: each
    for each in (
        Column("household_id", "household", is_sortable=True, width_rem=8),
        Column("village_code", "village", is_sortable=True),
        Column("first_above_date", "first_above", "date", is_sortable=True),
        Column("highest_baht_per_person_year", "highest", "number", is_sortable=True),
        Column("income_baht_per_person_year", "latest", "number", is_sortable=True),
        Column("lacking_baht", "lacking", "number", is_sortable=True),
        Column("official_id", "officer", is_sortable=True),
        Column("last_visit_date", "last_visit", "date", is_sortable=True),
    )
}


def columns_of(language: str, wanted: Wanted) -> list[Column]:
    """What is wanted → the columns of the list, their heads in words."""
    columns = NEED_COLUMNS if wanted.is_of_needs else RELAPSE_COLUMNS
    return [
        column._replace(head=text(language, f"left_behind.column_{column.head}"))
        for column in columns.values()
    ]


def usual_order(wanted: Wanted) -> str:
    """What is wanted → the column it is sorted by at first: those who wait or lack most."""
    return "-days" if wanted.is_of_needs else "-lacking_baht"


def part_of(build_id: str, wanted: Wanted, asked: Part) -> list[Row]:
    """A part of the list as the warehouse has it; raises PermissionError as app.access does."""
    if wanted.is_of_needs:
        return household_part(build_id, "left_behind", asked, **wanted.of_needs())
    return household_part(build_id, "relapsed", asked, **wanted.of_households())


def lines_of(
    build_id: str,
    selection: Selection,
    wanted: Wanted,
    found: Sequence[Row],
    codes: Mapping[str, str],
) -> list[Line]:
    """Rows and the list's codes, which lead back to it → the lines on screen."""
    cells_of = need_cells if wanted.is_of_needs else relapse_cells
    return [
        Line(
            line_id(row),
            {
                **household_cells(build_id, selection.lang, row),
                **cells_of(selection.lang, row),
            },
            href(HOUSEHOLD_PAGE, selection, household=row["household_id"], **codes),
        )
        for row in found
    ]


def line_id(row: Row) -> str:
    """A row → its id in the list: the household's, and of a need its dimension."""
    return " ".join([row["household_id"], *([row["dimension"]] if "dimension" in row else [])])


def household_cells(build_id: str, language: str, row: Row) -> dict[str, Cell]:
    """A row → the cells of its household: class, place, officer, last visit."""
    code = row["village_code"]
    return {
        "household_id": Cell(
            row["household_id"], text(language, f"group.{row['household_class']}")
        ),
        "village_code": Cell(
            village_name(build_id, language, code), district_name(build_id, language, code)
        ),
        "official_id": Cell(row["official_id"] or text(language, "left_behind.unpaired")),
        "last_visit_date": Cell(
            day_of(language, row["last_visit_date"]) or text(language, "left_behind.never_visited")
        ),
    }


def need_cells(language: str, row: Row) -> dict[str, Cell]:
    """A row of a need → the cells of the need."""
    severity: Tone = "urgent" if row["severity"] == max(map(int, SEVERITIES)) else ""
    return {
        "dimension": Cell(need_name(language, row["dimension"]), row["problem"]),
        "severity": Cell(severity_name(language, row["severity"]), tone=severity),
        "days": Cell(
            number(row["days"]),
            text(language, "left_behind.since", day=day_of(language, row["need_date"])),
        ),
        "need_status": Cell(
            text(language, f"need_status.{row['need_status']}"), why_open(language, row)
        ),
    }


def relapse_cells(language: str, row: Row) -> dict[str, Cell]:
    """A row of a household that fell back → the cells of its incomes."""
    return {
        "first_above_date": Cell(day_of(language, row["first_above_date"])),
        "highest_baht_per_person_year": Cell(number(row["highest_baht_per_person_year"])),
        "income_baht_per_person_year": Cell(
            number(row["income_baht_per_person_year"]), day_of(language, row["income_date"])
        ),
        "lacking_baht": Cell(
            number(row["lacking_baht"]),
            text(language, "left_behind.line", baht=number(row["line_baht"])),
        ),
    }


def need_name(language: str, dimension: str) -> str:
    """A dimension, or any → its name."""
    name = "left_behind.any_need" if dimension == "any" else f"dimension.{dimension}"
    return text(language, name)


def severity_name(language: str, severity: int) -> str:
    """1, 2 or 3 → mild, moderate or severe, in words."""
    return text(language, f"severity.{SEVERITIES[str(severity)]}")


def why_open(language: str, row: Row) -> str:
    """A row of a need → why it is not solved, and whether no agency took it."""
    not_taken = "" if row["is_assigned"] else text(language, "left_behind.not_taken")
    return " · ".join(each for each in (not_taken, row["unsolved_reason"]) if each)


def vulnerability_names(language: str, row: Row) -> str:
    """A row → how its household is vulnerable, as far as known."""
    return ", ".join(
        text(language, f"vulnerability.{flag}") for flag in VULNERABILITIES if row[flag]
    )


def day_of(language: str, day: date | None) -> str:
    """A day in words, blank where there is none."""
    return day_name(language, day) if day else ""
