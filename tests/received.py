"""Received files by hand, for tests of what becomes of them."""

import hashlib
from datetime import datetime
from pathlib import Path

from etl.sources.received_file import ReceivedFile

NOON = datetime(2026, 1, 2, 12)


def received(
    source: str, file_name: str, received_at: datetime = NOON, path: Path | None = None
) -> ReceivedFile:
    """A source and a name → a file; without a path it has no bytes and its name makes its sum."""
    content = file_name.encode() if path is None else path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return ReceivedFile(
        sha256[:16], source, path or Path(file_name), file_name, sha256, received_at
    )
