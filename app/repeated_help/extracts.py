"""Pairs of help to take along: the list as shown, and the file in which reviews are written."""

from collections.abc import Iterable, Mapping

from app.access import household_part
from app.indicators import build_info
from app.list_part import Part
from app.repeated_help.choices import asked, chosen_in_words, verdict_name
from app.repeated_help.lists import ROW_KEY, review_name
from app.repeated_help.pairs import NOT_REVIEWED
from app.repeated_help.sentences import rule_sentence
from app.rows.paging import Paging
from app.rows.row_list import Column, Kind
from app.rows.workbook import Extract
from app.selection import Selection
from app.service_rule import service_rule
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import text

# The layout of the source of reviews, letter for letter.
REVIEW_COLUMNS: Mapping[str, Kind] = {
    "first_help_id": "text",
    "second_help_id": "text",
    "verdict": "text",
    "reason": "text",
    "reviewed_by": "text",
    "reviewed_date": "date",
    "record_origin": "text",
}
LIST_COLUMNS: Mapping[str, Kind] = {
    "household_id": "text",
    "district": "text",
    "village": "text",
    "dimension": "text",
    "kind": "text",
    "first_help_id": "text",
    "first_date": "date",
    "first_agency": "text",
    "first_fund": "text",
    "first_value_baht": "number",
    "second_help_id": "text",
    "second_date": "date",
    "second_agency": "text",
    "second_fund": "text",
    "second_value_baht": "number",
    "verdict": "text",
    "review": "text",
}
REVIEW_ORDER = "-second_value_baht"
LOAD_COMMAND = "python3 run.py etl load"


def review_how(language: str) -> str:
    """How the file of pairs to review is filled in and loaded."""
    return text(language, "repeated_help.review_how", command=LOAD_COMMAND)


def review_extract(build_id: str, selection: Selection, total: int) -> Extract:
    """The pairs that nobody has reviewed yet, so many in the month and district → a file to fill.

    It has the columns of the source of reviews; loaded, its filled rows are reviews.
    """
    language = selection.lang
    wanted = asked(selection, {"verdict": NOT_REVIEWED})
    origin = "synthetic" if build_info(build_id).is_synthetic else "observed"
    blank = dict.fromkeys(("verdict", "reason", "reviewed_by", "reviewed_date"), None)

    def read(part: Part) -> Iterable[Row]:
        for row in household_part(build_id, "repeated_help", part, **wanted):
            ids = {name: row[name] for name in ("first_help_id", "second_help_id")}
            yield {**ids, **blank, "record_origin": origin}

    return Extract(
        "duplicate_reviews",
        text(language, "repeated_help.review_title"),
        [
            Column(name, text(language, f"review_column.{name}"), kind)
            for name, kind in REVIEW_COLUMNS.items()
        ],
        [verdict_name(language, NOT_REVIEWED)],
        [review_how(language), _rule(build_id, language)],
        total,
        (REVIEW_ORDER, ROW_KEY),
        read,
    )


def list_extract(
    build_id: str, selection: Selection, codes: Mapping[str, str], shown: Paging
) -> Extract:
    """The list as it is shown, all its pages → a file."""
    language, wanted = selection.lang, asked(selection, codes)

    def read(part: Part) -> Iterable[Row]:
        for row in household_part(build_id, "repeated_help", part, **wanted):
            yield _in_words(build_id, language, row)

    return Extract(
        "repeated_help",
        text(language, "repeated_help.title"),
        [
            Column(name, text(language, f"repeated_help.file_{name}"), kind)
            for name, kind in LIST_COLUMNS.items()
        ],
        chosen_in_words(build_id, selection, codes),
        [_rule(build_id, language)],
        shown.total,
        (shown.order, ROW_KEY),
        read,
    )


def _in_words(build_id: str, language: str, row: Row) -> Row:
    sides = {}
    for side in ("first", "second"):
        sides[f"{side}_agency"] = row[f"{side}_agency_{language}"]
        sides[f"{side}_fund"] = text(language, f"fund_source.{row[f'{side}_fund_source']}")
    return {
        **row,
        **sides,
        "district": district_name(build_id, language, row["village_code"]),
        "village": village_name(build_id, language, row["village_code"]),
        "dimension": text(language, f"dimension.{row['dimension']}"),
        "verdict": verdict_name(language, row["verdict"]),
        "review": review_name(language, row),
    }


def _rule(build_id: str, language: str) -> str:
    return rule_sentence(language, service_rule(build_id))
