"""The pairs of help below the counts: both events of each side by side, what a review found."""

from collections.abc import Mapping
from datetime import date

from app.access import household_count, household_part
from app.repeated_help.choices import asked, list_title, verdict_name
from app.repeated_help.pairs import DUPLICATE, NOT_DUPLICATE, NOT_REVIEWED
from app.rows.opened_household import open_household
from app.rows.paging import Paging, paging
from app.rows.row_list import Cell, Column, Kind, Line, Tone, href, row_list
from app.selection import Selection
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import day_name, number, text

KEY, ROW_KEY = "repeated_help_list", "second_help_id"
USUAL_ORDER = "-second_value_baht"
KINDS: Mapping[str, Kind] = {
    "household_id": "text",
    "village_code": "text",
    "dimension": "text",
    # Beside their days stand agencies and funds, which need to wrap.
    "first_date": "text",
    "second_date": "text",
    "days_apart": "number",
    "second_value_baht": "number",
    "verdict": "mark",
}
SORTED_BY = tuple(KINDS)
WIDTHS_REM = {"household_id": 7.0, "first_date": 14.0, "second_date": 14.0}
TONES: Mapping[str, Tone] = {NOT_REVIEWED: "open", DUPLICATE: "urgent", NOT_DUPLICATE: "done"}


def repeated_list(build_id: str, selection: Selection, codes: Mapping[str, str]) -> Paging:
    """The pairs that the codes ask for, sorted and paged; a row opens its household."""
    language, wanted = selection.lang, asked(selection, codes)
    total = household_count(build_id, "repeated_help", **wanted)
    shown = paging(codes, total, USUAL_ORDER)
    found = household_part(build_id, "repeated_help", shown.part(ROW_KEY), **wanted)
    opened = row_list(
        KEY,
        selection,
        columns(language),
        [pair_line(build_id, selection, row) for row in found],
        shown,
        list_title(build_id, selection, codes),
    )
    if opened:
        household, _ = opened.split()
        open_household(selection, "repeated_help", household)
    return shown


def columns(language: str) -> list[Column]:
    """The columns of the list, their heads in words, each of which sorts it."""
    return [
        Column(
            name,
            text(language, f"repeated_help.column_{name}"),
            kind,
            True,
            WIDTHS_REM.get(name),
        )
        for name, kind in KINDS.items()
    ]


def pair_line(build_id: str, selection: Selection, row: Row) -> Line:
    """A pair → the row of the list; a household may have several, so its id is that of both."""
    language, household = selection.lang, row["household_id"]
    village, place = row["village_code"], district_name(build_id, language, row["village_code"])
    return Line(
        f"{household} {row['second_help_id']}",
        {
            "household_id": household,
            "village_code": Cell(village_name(build_id, language, village), place),
            "dimension": Cell(row["kind"], text(language, f"dimension.{row['dimension']}")),
            "first_date": event_cell(language, row, "first"),
            "second_date": event_cell(language, row, "second"),
            "days_apart": number(row["days_apart"]),
            "second_value_baht": baht_name(language, row["second_value_baht"]),
            "verdict": Cell(
                verdict_name(language, row["verdict"]),
                review_name(language, row),
                TONES[row["verdict"]],
            ),
        },
        href("household", selection, household=household),
    )


def event_cell(language: str, row: Row, side: str) -> Cell:
    """One event of a pair: its day, then agency, fund, baht and the id of the record."""
    told = (
        row[f"{side}_agency_{language}"] or "",
        text(language, f"fund_source.{row[f'{side}_fund_source']}"),
        baht_name(language, row[f"{side}_value_baht"]),
        row[f"{side}_help_id"],
    )
    return Cell(day_name(language, row[f"{side}_date"]), " · ".join(each for each in told if each))


def baht_name(language: str, baht: float | None) -> str:
    """Baht in words, also where help in kind has no value."""
    if baht is None:
        return text(language, "repeated_help.no_value")
    return text(language, "repeated_help.baht", baht=number(baht))


def review_name(language: str, row: Row) -> str:
    """Why a review found what it found, who made it and when; blank without a review."""
    day: date | None = row["reviewed_date"]
    if day is None:
        return ""
    return f"{row['review_reason']} · {row['reviewed_by']} · {day_name(language, day)}"
