"""Tells which source a file belongs to."""

from collections.abc import Sequence
from pathlib import Path

from etl.contract import Contract, contracts
from etl.source_name import TPMAP_OPEN
from etl.sources.broken_file import BrokenFileError
from etl.sources.record_file import missing_columns, read_sheets
from etl.sources.record_refusal import broken_file
from etl.sources.record_sheet import RecordSheet
from etl.sources.tpmap_layout import FILE_NAME


def recognise(path: Path) -> str:
    """A file → its source: TPMAP's by its name, a record file by its headers.

    Where the headers fit several contracts, the name of the file or of its folder decides.
    Raises BrokenFileError when none fits or the file cannot be read.
    """
    if FILE_NAME.search(path.name):
        return TPMAP_OPEN
    sheets = read_sheets(path, path.name)
    fitting = [
        contract
        for contract in contracts().values()
        if any(not contract.missing(list(sheet.headers)) for sheet in sheets)
    ]
    if not fitting:
        raise _fits_none(path, sheets)
    if len(fitting) > 1:
        named = [contract for contract in fitting if _is_named(path, contract)]
        if len(named) != 1:
            raise _fits_several(path, fitting)
        fitting = named
    return fitting[0].source


def _is_named(path: Path, contract: Contract) -> bool:
    """Does the name of a file or of its folder say that it is a contract's?"""
    name = path.stem.casefold()
    is_in_folder = path.parent.name == contract.source
    return is_in_folder or contract.source in name or contract.title_th in name


def _fits_none(path: Path, sheets: Sequence[RecordSheet]) -> BrokenFileError:
    """What a file lacks of the contract that it is named after, or else comes nearest to."""
    nearness = {
        (contract.source, position): (
            bool(contract.match(list(sheet.headers))),
            _is_named(path, contract),
            -len(contract.missing(list(sheet.headers))),
        )
        for contract in contracts().values()
        for position, sheet in enumerate(sheets)
    }
    source, position = max(nearness, key=nearness.__getitem__)
    is_known, *_ = nearness[source, position]
    if not is_known:
        return broken_file(path.name, "unknown_content")
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
