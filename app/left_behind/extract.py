"""The list as a workbook to take to the village, with room for what is found there."""

from collections.abc import Iterable

from app.left_behind.filters import Wanted, chosen_in_words
from app.left_behind.lines import (
    NEED_KEY,
    RELAPSE_KEY,
    need_name,
    part_of,
    severity_name,
    vulnerability_names,
    why_open,
)
from app.list_part import Part
from app.rows.paging import Paging
from app.rows.row_list import Column
from app.rows.workbook import Extract
from app.selection import Selection
from app.villages import district_name, subdistrict_name, village_name
from app.warehouse import Row
from app.words import text

PLACES = (
    Column("household_id", "household", width_rem=7),
    Column("district", "district", width_rem=7),
    Column("subdistrict", "subdistrict", width_rem=7),
    Column("village", "village", width_rem=8),
    Column("class", "class", width_rem=6),
)
OF_NEEDS = (
    Column("dimension", "need", width_rem=10),
    Column("problem", "problem", width_rem=12),
    Column("severity", "severity", width_rem=5),
    Column("need_date", "need_date", "date"),
    Column("days", "days", "number"),
    Column("status", "status", width_rem=10),
    Column("why", "why", width_rem=10),
)
OF_INCOMES = (
    Column("first_above_date", "first_above", "date"),
    Column("highest_baht_per_person_year", "highest", "number"),
    Column("income_baht_per_person_year", "latest", "number"),
    Column("income_date", "income_date", "date"),
    Column("line_baht", "line", "number"),
    Column("lacking_baht", "lacking", "number"),
)
CONTACT = (
    Column("vulnerability", "vulnerability", width_rem=10),
    Column("official_id", "officer", width_rem=6),
    Column("last_visit_date", "last_visit", "date"),
)
# Left blank: to be filled in by hand.
BY_HAND = (Column("seen", "seen", width_rem=5), Column("note", "note", width_rem=14))


def extract_of(build_id: str, selection: Selection, wanted: Wanted, paging: Paging) -> Extract:
    """What is wanted and the order it is shown in → the workbook of all its rows."""
    language, key = selection.lang, NEED_KEY if wanted.is_of_needs else RELAPSE_KEY

    def read(asked: Part) -> Iterable[Row]:
        return (in_words(build_id, language, row) for row in part_of(build_id, wanted, asked))

    return Extract(
        name=f"left_behind_{wanted.state}",
        title=text(language, f"left_behind.state_{wanted.state}"),
        columns=columns_in_words(language, wanted),
        chosen=chosen_in_words(build_id, selection, wanted),
        definitions=definitions_of(language, wanted),
        total=paging.total,
        order=(paging.order, *key),
        read=read,
    )


def columns_in_words(language: str, wanted: Wanted) -> list[Column]:
    """What is wanted → the columns of the workbook, their heads in words."""
    told = OF_NEEDS if wanted.is_of_needs else OF_INCOMES
    return [
        column._replace(head=text(language, f"left_behind.column_{column.head}"))
        for column in (*PLACES, *told, *CONTACT, *BY_HAND)
    ]


def definitions_of(language: str, wanted: Wanted) -> list[str]:
    """What is wanted → what its terms mean, a sentence each."""
    names = ("meaning_need", "meaning_latest") if wanted.is_of_needs else ("meaning_income",)
    state = text(language, f"left_behind.meaning_{wanted.state}")
    return [state, *(text(language, f"left_behind.{name}") for name in names)]


def in_words(build_id: str, language: str, row: Row) -> Row:
    """A row of the list → its values in the workbook by column."""
    code = row["village_code"]
    told = {
        **row,
        "district": district_name(build_id, language, code),
        "subdistrict": subdistrict_name(build_id, language, code),
        "village": village_name(build_id, language, code),
        "class": text(language, f"group.{row['household_class']}"),
        "vulnerability": vulnerability_names(language, row),
        "seen": "",
        "note": "",
    }
    if "dimension" not in row:
        return told
    return {
        **told,
        "dimension": need_name(language, row["dimension"]),
        "severity": severity_name(language, row["severity"]),
        "status": text(language, f"need_status.{row['need_status']}"),
        "why": why_open(language, row),
    }
