"""The households that stopped at a stage of the chain: columns and rows in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.access import household_part
from app.chain.choices import Listed
from app.chain.names import need_name, reason_name, stage_name
from app.chain.stages import Chain
from app.rows.opened_household import open_household
from app.rows.paging import paging
from app.rows.row_list import Cell, Column, Line, href, row_list
from app.selection import Selection
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import day_name, text

KEY = "chain_list"
DATES = ("need_date", "helped_date", "closed_date", "last_visit_date")
COLUMNS = ("household_id", "village_code", "household_class", "stage", "problem", *DATES)
SORTED_BY = ("household_id", "village_code", *DATES)
USUAL_ORDER = "need_date"


def chain_households(
    build_id: str,
    selection: Selection,
    need: str,
    chain: Chain,
    listed: Listed,
    codes: Mapping[str, str],
) -> None:
    """What is listed → its households, sorted and paged by the codes; a row opens the household."""
    shown = paging(codes, listed.total(chain), USUAL_ORDER)
    asked = parameters(selection, need, codes.get("class"), listed)
    found = household_part(build_id, "chain_households", shown.part("household_number"), **asked)
    opened = row_list(
        KEY,
        selection,
        columns(selection.lang),
        [household_line(build_id, selection, row) for row in found],
        shown,
        list_title(selection, need, listed),
    )
    if opened:
        open_household(selection, "chain", opened)


def parameters(
    selection: Selection, need: str, household_class: str | None, listed: Listed
) -> dict[str, Any]:
    """What the list's query is asked."""
    return {
        "month": selection.month,
        "district_code": selection.district,
        "household_class": household_class,
        "dimension": need,
        **listed.parameters(),
    }


def columns(language: str, names: Sequence[str] = COLUMNS) -> list[Column]:
    """Names of columns → the columns of the list, their heads in words."""
    return [
        Column(
            name,
            text(language, f"chain.column_{name}"),
            "date" if name in DATES else "text",
            name in SORTED_BY,
        )
        for name in names
    ]


def household_line(build_id: str, selection: Selection, row: Row) -> Line:
    """A household → the row of the list; it opens the household's page."""
    language = selection.lang
    dates = {name: day_name(language, row[name]) for name in DATES if row[name]}
    stage = {}
    if "stage" in row:
        stage["stage"] = Cell(stage_name(language, row["stage"]), _why(language, row))
    village = village_name(build_id, language, row["village_code"])
    return Line(
        row["household_id"],
        {
            "household_id": row["household_id"],
            "village_code": Cell(village, district_name(build_id, language, row["village_code"])),
            "household_class": text(language, f"group.{row['household_class']}"),
            **stage,
            "problem": row["problem"] or "",
            **dates,
        },
        href("household", selection, household=row["household_id"]),
    )


def _why(language: str, row: Row) -> str:
    return "" if row["stage"] == row["reason"] else reason_name(language, row["reason"])


def list_title(selection: Selection, need: str, listed: Listed) -> str:
    """What the list holds: the dimension, the stage, and the reason if one is chosen."""
    language = selection.lang
    if listed.reached:
        stage = stage_name(language, listed.reached)
        where = text(language, "chain.list_reached", stage=stage)
    else:
        where = text(language, "chain.list_stopped", stage=stage_name(language, listed.stage))
    parts = [need_name(language, need), where]
    if listed.reason:
        parts.append(reason_name(language, listed.reason))
    return " · ".join(parts)
