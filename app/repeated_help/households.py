"""The households that the listed pairs of help are of: how often, since when, with how much."""

from collections.abc import Mapping

from app.access import household_count, household_part
from app.repeated_help.choices import asked, list_title
from app.repeated_help.lists import KEY, baht_name
from app.rows.opened_household import open_household
from app.rows.paging import paging
from app.rows.row_list import Cell, Column, Kind, Line, href, row_list
from app.selection import Selection
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import day_name, number, text

QUERY, ROW_KEY, USUAL_ORDER = "repeated_help_households", "household_id", "-pairs"
KINDS: Mapping[str, Kind] = {
    "household_id": "text",
    "village_code": "text",
    "pairs": "number",
    "latest_date": "date",
    "second_value_baht": "number",
}


def households_list(build_id: str, selection: Selection, codes: Mapping[str, str]) -> None:
    """The households of the pairs that the codes ask for, sorted and paged; a row opens one."""
    language, wanted = selection.lang, asked(selection, codes)
    shown = paging(codes, household_count(build_id, QUERY, **wanted), USUAL_ORDER)
    found = household_part(build_id, QUERY, shown.part(ROW_KEY), **wanted)
    opened = row_list(
        KEY,
        selection,
        [
            Column(name, text(language, f"repeated_help.column_{name}"), kind, True)
            for name, kind in KINDS.items()
        ],
        [household_line(build_id, selection, row) for row in found],
        shown,
        list_title(build_id, selection, codes),
    )
    if opened:
        open_household(selection, "repeated_help", opened)


def household_line(build_id: str, selection: Selection, row: Row) -> Line:
    """A household with repeated help → the row of the list."""
    language, village = selection.lang, row["village_code"]
    without = number(row["pairs_without_value"])
    unknown = text(language, "repeated_help.pairs_without_value", pairs=without)
    return Line(
        row["household_id"],
        {
            "household_id": row["household_id"],
            "village_code": Cell(
                village_name(build_id, language, village),
                district_name(build_id, language, village),
            ),
            "pairs": number(row["pairs"]),
            "latest_date": day_name(language, row["latest_date"]),
            "second_value_baht": Cell(
                baht_name(language, row["second_value_baht"]),
                unknown if 0 < row["pairs_without_value"] < row["pairs"] else "",
            ),
        },
        href("household", selection, household=row["household_id"]),
    )
