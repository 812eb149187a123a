"""A file of programme records: its sheets, and the one that holds what a contract asks for."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from etl.contract import Contract, normal_header
from etl.sources.delimited_text import read_delimited_text
from etl.sources.record_headers import missing_columns, thai_header
from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import RecordSheet, Row
from etl.sources.workbook import is_workbook, read_workbook


def read_sheets(path: Path, file_name: str, known: Sequence[Contract]) -> list[RecordSheet]:
    """A CSV file or workbook and the contracts it may be of → the sheets that have a header.

    Raises BrokenFileError.
    """
    try:
        sheets = (
            read_workbook(path, file_name, known)
            if is_workbook(path)
            else [read_delimited_text(path, file_name, known)]
        )
    except OSError as error:
        raise broken_file(file_name, "unreadable_text", detail=error) from error
    with_headers = [sheet for sheet in sheets if any(map(normal_header, sheet.headers))]
    if not with_headers:
        raise broken_file(file_name, "no_header")
    return with_headers


def fitting_sheet(contract: Contract, sheets: list[RecordSheet], file_name: str) -> RecordSheet:
    """Sheets → the first that has every required column of a contract.

    Raises BrokenFileError, naming what the nearest sheet lacks, which column stands twice or
    which other sheets hold records too, unless they are copies.
    """
    nearest = min(sheets, key=lambda sheet: len(contract.missing(list(sheet.headers))))
    if contract.missing(list(nearest.headers)):
        raise missing_columns(contract, nearest, file_name)
    times = Counter(map(normal_header, nearest.headers))
    for column in contract.columns:
        if sum(times[header] for header in column.accepted_headers) > 1:
            repeated = {"th": thai_header(column), "en": column.name}
            raise broken_file(file_name, "repeated_column", column=repeated)
    fitting = [each for each in sheets if not contract.missing(list(each.headers))]
    others = [each for each in fitting if each is not nearest]
    more = [each for each in others if _records(each) not in ([], _records(nearest))]
    if more:
        names = ", ".join(str(each.name) for each in (nearest, *more))
        raise broken_file(file_name, "several_sheets", sheets=names)
    return nearest


def _records(sheet: RecordSheet) -> list[Row]:
    return [row for row in sheet.rows() if any(cell.strip() for cell in row[1])]
