"""The sources a file can belong to, and how a file of one is told from every other."""

import hashlib
from pathlib import Path

from etl.contract import contracts
from etl.sentences import refused_file
from etl.sources.tpmap_layout import FILE_NAME

TPMAP_OPEN = "tpmap_open"


def is_source(name: str) -> bool:
    """Is there a contract for it, or is it TPMAP's open data?"""
    return name == TPMAP_OPEN or name in contracts()


def check_source(name: str, path: Path) -> None:
    """Raises BrokenFileError for a file that lies in a folder of no source."""
    if not is_source(name):
        raise refused_file(
            path.name, "unknown_folder", folder=name, known=", ".join([TPMAP_OPEN, *contracts()])
        )


def batch_id_of(source: str, file_name: str, sha256: str) -> str:
    """Source, name and sha256 of a file → 16 hex digits, the same whatever a record file's name is.

    A workbook may hold a sheet for each of several sources, and is a batch of each. Where nobody
    is poor in a dimension, several TPMAP files hold the same bytes and only their names tell which
    they are; there the published name is part of the sum.
    """
    named = FILE_NAME.search(file_name) if source == TPMAP_OPEN else None
    part = named.group() if named else source
    return hashlib.sha256(f"{part} {sha256}".encode()).hexdigest()[:16]
