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
    """A file and saved mappings → its source, or those of a workbook with a sheet for each.

    Raises BrokenFileError as recognise does, where one sheet fits several contracts too.
    """
    if not FILE_NAME.search(path.name):
        of_sheets = _sources_of_sheets(path, path.name)
        if len(of_sheets) > 1:
            return of_sheets
    return [recognise(path, mappings)]


def check_sheets(file: ReceivedFile) -> None:
    """A file that lies in a source's folder → nothing; BrokenFileError where it holds others too.

    There only the sheet of its source would be read, and the others lost.
    """
    if file.source != TPMAP_OPEN:
        of_sheets = _sources_of_sheets(file.path, file.file_name)
        if len(of_sheets) > 1:
            raise broken_file(file.file_name, "several_sources", sources=", ".join(of_sheets))


def _sources_of_sheets(path: Path, file_name: str) -> list[str]:
    """The sources of a workbook in which every sheet with records is of another one, else none."""
    if not is_workbook(path):
        return []
    sheets = read_sheets(path, file_name, list(contracts().values()))
    fitting = [_fitting(list(contracts().values()), [sheet]) for sheet in sheets]
    sources = [found[0].source for found in fitting if len(found) == 1]
    is_plain = all(len(found) <= 1 for found in fitting) and len(set(sources)) == len(sources)
    return sources if is_plain else []


def fitting_mapping(file: ReceivedFile, mappings: Sequence[ColumnMapping]) -> ColumnMapping | None:
    """A file and saved mappings → the one by which it is read; none where it needs none.

    Of several that fit, the one that names most columns, then the first by name. Raises
    BrokenFileError when the file cannot be read.
    """
    if file.source == TPMAP_OPEN:
        return None
    of_source = [mapping for mapping in mappings if mapping.source == file.source]
    plain = contracts()[file.source]
    if not of_source or _fitting([plain], read_sheets(file.path, file.file_name, [plain])):
        return None
    fitting = [
        mapping
        for mapping in of_source
        if _fitting(
            [mapping.contract()], read_sheets(file.path, file.file_name, [mapping.contract()])
        )
    ]
    return min(fitting, key=lambda each: (-len(each.columns), each.name), default=None)


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
