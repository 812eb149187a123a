"""A file as it was received."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


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
