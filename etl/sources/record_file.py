"""A file of programme records: its sheets, and the one that holds what a contract asks for."""

from collections import Counter
from difflib import get_close_matches
from pathlib import Path

from etl.contract import Column, Contract, normal_header
from etl.sources.broken_file import BrokenFileError
from etl.sources.delimited_text import read_delimited_text
from etl.sources.record_refusal import LANGUAGES, broken_file, refusal_words
from etl.sources.record_sheet import RecordSheet
from etl.sources.workbook import is_workbook, read_workbook

LEAST_LIKENESS = 0.8


def read_sheets(path: Path, file_name: str) -> list[RecordSheet]:
    """A CSV file or workbook → the sheets that have a header. Raises BrokenFileError."""
    try:
        sheets = (
            read_workbook(path, file_name)
            if is_workbook(path)
            else [read_delimited_text(path, file_name)]
        )
    except OSError as error:
        raise broken_file(file_name, "unreadable_text", detail=error) from error
    with_headers = [sheet for sheet in sheets if any(map(normal_header, sheet.headers))]
    if not with_headers:
        raise broken_file(file_name, "no_header")
    return with_headers


def fitting_sheet(contract: Contract, sheets: list[RecordSheet], file_name: str) -> RecordSheet:
    """Sheets → the first that has every required column of a contract.

    Raises BrokenFileError, naming what the nearest sheet lacks or which column stands twice.
    """
    nearest = min(sheets, key=lambda sheet: len(contract.missing(list(sheet.headers))))
    if contract.missing(list(nearest.headers)):
        raise missing_columns(contract, nearest, file_name)
    times = Counter(map(normal_header, nearest.headers))
    for column in contract.columns:
        if sum(times[header] for header in column.accepted_headers) > 1:
            repeated = {"th": thai_header(column), "en": column.name}
            raise broken_file(file_name, "repeated_column", column=repeated)
    return nearest


def missing_columns(contract: Contract, sheet: RecordSheet, file_name: str) -> BrokenFileError:
    """A contract and a sheet that does not fit it → the error that says what the sheet lacks.

    A header of the sheet that is written almost as a missing column's is named beside it.
    """
    missing = contract.missing(list(sheet.headers))
    near = {column.name: _nearest_header(column, sheet.headers) for column in missing}

    def named(language: str, column: Column) -> str:
        names = [thai_header(column), column.name]
        first, second = names if language == "th" else reversed(names)
        found = near[column.name]
        almost = refusal_words(language)["part"]["almost"]
        return f"{first} ({second})" + (f" {almost} “{found}”" if found else "")

    return broken_file(
        file_name,
        "missing_columns",
        title={"th": contract.title_th, "en": contract.title_en},
        columns={
            language: ", ".join(named(language, column) for column in missing)
            for language in LANGUAGES
        },
    )


def _nearest_header(column: Column, headers: tuple[str, ...]) -> str | None:
    """The header that is written most nearly as one that a column goes by; None when none is."""
    by_form = {normal_header(header): header.strip() for header in headers}
    for accepted in sorted(column.accepted_headers):
        for form in get_close_matches(accepted, by_form, n=1, cutoff=LEAST_LIKENESS):
            return by_form[form]
    return None


def thai_header(column: Column) -> str:
    """A column → the header that officers know it by."""
    return column.headers[0] if column.headers else column.name
