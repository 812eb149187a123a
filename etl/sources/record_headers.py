"""Headers of a file that do not fit a contract: what is missing, and what may be meant by it."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from etl.contract import Column, Contract, normal_header
from etl.sources.broken_file import BrokenFileError
from etl.sources.record_refusal import LANGUAGES, broken_file, refusal_words
from etl.sources.record_sheet import RecordSheet

# Below the first a header is not worth a suggestion, from the second on it is named in words.
LEAST_LIKENESS, STRONG_LIKENESS = 0.55, 0.8


def missing_columns(contract: Contract, sheet: RecordSheet, file_name: str) -> BrokenFileError:
    """A contract and a sheet that does not fit it → the error that says what the sheet lacks.

    A header of the sheet that is written almost as a missing column's is named beside it.
    """
    missing = contract.missing(list(sheet.headers))
    near = suggested_headers(contract, sheet.headers, STRONG_LIKENESS)

    def named(language: str, column: Column) -> str:
        names = [thai_header(column), column.name]
        first, second = names if language == "th" else reversed(names)
        found = near.get(column.name)
        almost = refusal_words(language)["part"]["almost"]
        return f"{first} ({second})" + (f" {almost} “{found}”" if found else "")

    error = broken_file(
        file_name,
        "missing_columns",
        title={"th": contract.title_th, "en": contract.title_en},
        columns={
            language: ", ".join(named(language, column) for column in missing)
            for language in LANGUAGES
        },
    )
    error.unmapped = unmapped(contract, sheet)
    return error


def unmapped(contract: Contract | None, sheet: RecordSheet) -> dict[str, Any]:
    """A sheet and the contract it comes nearest to, if any → what a column mapping starts from.

    source (blank when nothing of it is known), the sheet's headers, columns, the header found for
    each column, and suggestions, the header that each other column may go by.
    """
    headers = list(sheet.headers)
    found = contract.match(headers) if contract else {}
    return {
        "source": contract.source if contract else None,
        "headers": [header.strip() for header in headers if header.strip()],
        "columns": {name: headers[place].strip() for name, place in found.items()},
        "suggestions": suggested_headers(contract, sheet.headers) if contract else {},
    }


def suggested_headers(
    contract: Contract, headers: Sequence[str], least_likeness: float = LEAST_LIKENESS
) -> dict[str, str]:
    """A contract and headers → for columns not found, the header most likely meant, each once.

    Likeness runs from 0 to 1: twice the signs in common by all signs (Ratcliff and Obershelp).
    """
    found = contract.match(list(headers))
    free = {
        normal_header(header): header.strip()
        for place, header in enumerate(headers)
        if place not in found.values() and header.strip()
    }
    likeness = sorted(
        (
            (-SequenceMatcher(None, accepted, form).ratio(), position, column.name, form)
            for position, column in enumerate(contract.columns)
            if column.name not in found
            for accepted in sorted(column.accepted_headers)
            for form in free
        ),
    )
    suggested: dict[str, str] = {}
    used: set[str] = set()
    for minus_ratio, _, name, form in likeness:
        if -minus_ratio < least_likeness:
            break
        if name not in suggested and form not in used:
            suggested[name] = free[form]
            used.add(form)
    return suggested


def thai_header(column: Column) -> str:
    """A column → the header that officers know it by."""
    return column.headers[0] if column.headers else column.name
