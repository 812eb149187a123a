"""A file as it was received."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.contract import Contract, contracts
from etl.mappings import ColumnMapping


@dataclass(frozen=True)
class ReceivedFile:
    """A file, its source, the name it came with and when; batch_id is unique in a build."""

    batch_id: str
    source: str
    path: Path
    file_name: str
    sha256: str
    # UTC without a zone; of two records with one key the one received later counts.
    received_at: datetime
    # How its headers are read where they are not the contract's own.
    mapping: ColumnMapping | None = None
    # Is any record of it, as it was sent, not marked synthetic?
    is_observed: bool = False


def contract_of(file: ReceivedFile) -> Contract:
    """A file of programme records → its contract, with the headers that its mapping adds."""
    return contracts()[file.source] if file.mapping is None else file.mapping.contract()
