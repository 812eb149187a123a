"""Tells which source a file belongs to."""

from collections.abc import Sequence
from pathlib import Path

from etl.contract import Contract, contracts
from etl.mappings import ColumnMapping
from etl.source_name import TPMAP_OPEN
from etl.sources.broken_file import BrokenFileError
from etl.sources.received_file import ReceivedFile
from etl.sources.record_file import read_sheets
from etl.sources.record_headers import missing_columns, unmapped
from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import RecordSheet
from etl.sources.tpmap_layout import FILE_NAME
from etl.sources.workbook import is_workbook

EVERY_SOURCES_COLUMN = "record_origin"
# With fewer a summary of records would be taken for the records themselves.
LEAST_OWN_COLUMNS = 3


def recognise(path: Path, mappings: Sequence[ColumnMapping] = ()) -> str:
    """A file and saved mappings → its source: TPMAP's by its name, a record file by its headers.

    A mapping is asked only where no contract knows the headers. Where they fit several contracts,
    the name of the file or of its folder decides. Raises BrokenFileError when none fits or the
    file cannot be read.
    """
    if FILE_NAME.search(path.name):
        return TPMAP_OPEN
    mapped = [mapping.contract() for mapping in mappings]
    sheets = read_sheets(path, path.name, [*contracts().values(), *mapped])
    fitting = _fitting(list(contracts().values()), sheets)
    if not fitting:
        by_source = {contract.source: contract for contract in _fitting(mapped, sheets)}
        fitting = list(by_source.values())
    if not fitting:
        raise _fits_none(path, sheets)
    if len(fitting) > 1:
        named = [contract for contract in fitting if _is_named(path, contract)]
        if len(named) != 1:
            raise _fits_several(path, fitting)
        fitting = named
    return fitting[0].source


def recognise_all(path: Path, mappings: Sequence[ColumnMapping] = ()) -> list[str]:
    """A file and saved mappings → its source, or those of a workbook with sheets of several.

    Raises BrokenFileError as recognise does, and for a sheet that lacks one column of a source.
    """
    if not FILE_NAME.search(path.name):
        of_sheets = _sources_of_sheets(path, path.name, mappings)
        if len(of_sheets) > 1:
            return of_sheets
    return [recognise(path, mappings)]


def check_sheets(file: ReceivedFile, mappings: Sequence[ColumnMapping] = ()) -> None:
    """A file that lies in a source's folder → nothing; BrokenFileError where it holds others too.

    There only the sheet of its source would be read, and the others lost.
    """
    if file.source != TPMAP_OPEN:
        of_sheets = _sources_of_sheets(file.path, file.file_name, mappings)
        if len(of_sheets) > 1:
            raise broken_file(file.file_name, "several_sources", sources=", ".join(of_sheets))


def _sources_of_sheets(path: Path, file_name: str, mappings: Sequence[ColumnMapping]) -> list[str]:
    """The sources that the sheets of a workbook are of, each once; none for a text file.

    Raises BrokenFileError where sheets are of several sources and one of them fits more than one,
    or lacks a single column of another: it would be lost.
    """
    if not is_workbook(path):
        return []
    plain = list(contracts().values())
    known = [*plain, *(mapping.contract() for mapping in mappings)]
    sheets = read_sheets(path, file_name, known)
    of_sheets = [
        list(dict.fromkeys(contract.source for contract in _fitting(known, [sheet])))
        for sheet in sheets
    ]
    sources = list(dict.fromkeys(source for found in of_sheets for source in found))
    for sheet, found in zip(sheets, of_sheets, strict=True):
        if len(found) > 1 and any(set(other) - set(found) for other in of_sheets):
            raise broken_file(file_name, "several_sources", sources=", ".join(sources))
        almost = [contract for contract in plain if not found and _almost_fits(contract, sheet)]
        if sources and almost:
            raise missing_columns(almost[0], sheet, file_name)
    return sources if all(len(found) <= 1 for found in of_sheets) else []


def _almost_fits(contract: Contract, sheet: RecordSheet) -> bool:
    headers = list(sheet.headers)
    own = contract.match(headers).keys() - {EVERY_SOURCES_COLUMN}
    return len(contract.missing(headers)) == 1 and len(own) >= LEAST_OWN_COLUMNS


def fitting_mapping(file: ReceivedFile, mappings: Sequence[ColumnMapping]) -> ColumnMapping | None:
    """A file and saved mappings → the one by which it is read; none where it needs none.

    It finds more columns than the contract alone does; of several that with which most are found,
    then the first by name. Raises BrokenFileError when the file cannot be read.
    """
    if file.source == TPMAP_OPEN:
        return None
    of_source = sorted(
        (mapping for mapping in mappings if mapping.source == file.source),
        key=lambda mapping: mapping.name,
    )
    if not of_source:
        return None
    found: dict[str | None, int] = {None: _columns_found(file, contracts()[file.source])}
    found |= {mapping.name: _columns_found(file, mapping.contract()) for mapping in of_source}
    best = max(found, key=found.__getitem__)
    return next((mapping for mapping in of_source if mapping.name == best), None)


def _columns_found(file: ReceivedFile, contract: Contract) -> int:
    """How many columns a contract finds in a sheet that fits it; -1 where none does."""
    sheets = read_sheets(file.path, file.file_name, [contract])
    fitting = [sheet for sheet in sheets if not contract.missing(list(sheet.headers))]
    return max((len(contract.match(list(sheet.headers))) for sheet in fitting), default=-1)


def _fitting(known: Sequence[Contract], sheets: Sequence[RecordSheet]) -> list[Contract]:
    """The contracts that find every required column in one of the sheets."""
    return [
        contract
        for contract in known
        if any(not contract.missing(list(sheet.headers)) for sheet in sheets)
    ]


def _is_named(path: Path, contract: Contract) -> bool:
    """Does the name of a file or of its folder say that it is a contract's?"""
    name = path.stem.casefold()
    is_in_folder = path.parent.name == contract.source
    return is_in_folder or contract.source in name or contract.title_th in name


def _fits_none(path: Path, sheets: Sequence[RecordSheet]) -> BrokenFileError:
    """What a file lacks of the contract that it is named after, or else comes nearest to."""
    nearness = {
        (contract.source, position): (
            bool(own := contract.match(list(sheet.headers)).keys() - {EVERY_SOURCES_COLUMN}),
            _is_named(path, contract),
            len(own) - len(contract.missing(list(sheet.headers))),
        )
        for contract in contracts().values()
        for position, sheet in enumerate(sheets)
    }
    source, position = max(nearness, key=nearness.__getitem__)
    is_known, *_ = nearness[source, position]
    if not is_known:
        error = broken_file(path.name, "unknown_content")
        error.unmapped = unmapped(None, sheets[0])
        return error
    return missing_columns(contracts()[source], sheets[position], path.name)


def _fits_several(path: Path, fitting: Sequence[Contract]) -> BrokenFileError:
    return broken_file(
        path.name,
        "several_contents",
        titles={
            "th": ", ".join(contract.title_th for contract in fitting),
            "en": ", ".join(contract.title_en for contract in fitting),
        },
        sources=", ".join(contract.source for contract in fitting),
    )
