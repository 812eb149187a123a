"""What becomes of the file of a warehouse on a bad disk or in careless hands."""

import os
from collections.abc import Callable
from pathlib import Path

HEAD_BYTES = 12_288


def truncate(path: Path) -> None:
    """The second half is lost."""
    os.truncate(path, path.stat().st_size // 2)


def overwrite(path: Path) -> None:
    """All but the head, by which a file is known, holds other bytes."""
    with path.open("r+b") as file:
        file.seek(HEAD_BYTES)
        file.write(os.urandom(path.stat().st_size - HEAD_BYTES))


def empty(path: Path) -> None:
    """Nothing is left of it but its name."""
    path.write_bytes(b"")


DAMAGES: dict[str, Callable[[Path], None]] = {
    "truncated": truncate,
    "overwritten": overwrite,
    "emptied": empty,
    "deleted": Path.unlink,
}
