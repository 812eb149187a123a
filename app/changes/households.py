"""The list of households that stand otherwise in the later build."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from app.access import listed_households
from app.changes.moves import ASPECTS, aspect_name, standing_name
from app.list_part import Part
from app.rows.paging import Paging, paging_filters
from app.rows.part_of_rows import part_of_rows
from app.rows.row_list import Cell, Column, Line, href
from app.rows.workbook import Extract
from app.selection import Allowed, Selection
from app.villages import district_name, subdistrict_name, village_name
from app.warehouse import Row
from app.words import number, text

HOUSEHOLD_PAGE = "household"
ASPECT = "aspect"
USUAL_ORDER, KEY = "village_code", ("household_id", "aspect")
SORTABLE = ("household_id", "village_code", "aspect")
PLACES = ("district", "subdistrict", "village")


class Listed(NamedTuple):
    """The changes of households that are shown: in which aspect and district, and the rows."""

    aspect: str
    district: str
    rows: Sequence[Row]


def list_filters() -> Allowed:
    """The codes in the link that the list knows."""
    return {ASPECT: ASPECTS, **paging_filters(SORTABLE)}


def listed_of(selection: Selection, changes: Mapping[str, Any], codes: Mapping[str, str]) -> Listed:
    """Changes and the link → the rows of the list; PermissionError as app.access raises it."""
    aspect, district = codes.get(ASPECT, ""), selection.district or ""
    rows = [
        row
        for row in listed_households(changes)
        if aspect in ("", row["aspect"]) and district in ("", row["district_code"])
    ]
    return Listed(aspect, district, rows)


def columns_of(language: str) -> list[Column]:
    """The columns of the list, their heads in words."""
    columns = (
        Column("household_id", "household", is_sortable=True, width_rem=9),
        Column("village_code", "village", is_sortable=True, width_rem=14),
        Column("aspect", "aspect", is_sortable=True, width_rem=12),
        Column("standing_before", "before"),
        Column("standing_after", "after"),
    )
    return [column._replace(head=text(language, f"changes.{column.head}")) for column in columns]


def lines_of(build_id: str, selection: Selection, rows: Iterable[Row]) -> list[Line]:
    """Rows of the list → its lines; each opens the page of its household."""
    language = selection.lang

    def line(row: Row) -> Line:
        village = row["village_code"] or ""
        cells = {
            "household_id": row["household_id"],
            "village_code": Cell(
                village_name(build_id, language, village),
                district_name(build_id, language, village),
            ),
            "aspect": aspect_name(language, row["aspect"]),
            **{
                f"standing_{when}": standing_name(language, row["aspect"], row[f"standing_{when}"])
                for when in ("before", "after")
            },
        }
        household = row["household_id"]
        return Line(
            f"{household} {row['aspect']}",
            cells,
            href(HOUSEHOLD_PAGE, selection, household=household),
        )

    return [line(row) for row in rows]


def extract_of(
    build_id: str, language: str, listed: Listed, paging: Paging, chosen: Sequence[str]
) -> Extract:
    """The list and what it is limited to in sentences → the workbook of all its rows."""

    def read(asked: Part) -> Iterable[Row]:
        for row in part_of_rows(listed.rows, asked):
            village = row["village_code"] or ""
            yield {
                **row,
                "district": district_name(build_id, language, village),
                "subdistrict": subdistrict_name(build_id, language, village),
                "village": village_name(build_id, language, village),
                "aspect": aspect_name(language, row["aspect"]),
                "before": standing_name(language, row["aspect"], row["standing_before"]),
                "after": standing_name(language, row["aspect"], row["standing_after"]),
            }

    return Extract(
        name="changes",
        title=text(language, "changes.title"),
        columns=[
            Column(name, text(language, f"changes.{head}"), width_rem=9)
            for name, head in (
                ("household_id", "household"),
                *((name, name) for name in (*PLACES, "aspect", "before", "after")),
            )
        ],
        chosen=chosen,
        definitions=[text(language, "changes.meaning")],
        total=paging.total,
        order=(paging.order, *KEY),
        read=read,
    )


def listed_sentence(language: str, changes: Mapping[str, Any], listed: Listed) -> str:
    """How many households the list has, and whether it has all of those that changed."""
    households = len({row["household_id"] for row in listed.rows})
    everyone = len({row["household_id"] for row in changes["households"]})
    name = "listed" if everyone >= changes["households_changed"] else "listed_first"
    return text(
        language,
        f"changes.{name}",
        households=number(households),
        first=number(everyone),
        total=number(changes["households_changed"]),
    )
