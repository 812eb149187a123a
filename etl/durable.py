"""Files that are either the old ones or the new ones, whole, whenever the power fails."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PARTIAL = ".partial"


def partial_path(target: Path) -> Path:
    """Where a file grows before it takes its place: hidden, in the same folder."""
    return target.with_name(f".{target.name}{PARTIAL}")


def write_durably(target: Path, content: str) -> None:
    """Text → the file, in UTF-8, put in the place of an older one at once."""
    growing = partial_path(target)
    growing.parent.mkdir(parents=True, exist_ok=True)
    with _gone_when_it_fails(growing):
        growing.write_text(content, "utf-8", newline="")
        move_durably(growing, target)


def copy_durably(source: Path, target: Path) -> None:
    """A file → a copy of its bytes, which has its name only once it is whole."""
    growing = partial_path(target)
    growing.parent.mkdir(parents=True, exist_ok=True)
    with _gone_when_it_fails(growing):
        shutil.copyfile(source, growing)
        move_durably(growing, target)


@contextmanager
def _gone_when_it_fails(growing: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        growing.unlink(missing_ok=True)
        raise


def move_durably(source: Path, target: Path) -> None:
    """A whole file → its place, its bytes on the disk before its name is."""
    with source.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(source, target)
    if os.name != "nt":  # Windows writes the names of a folder by itself.
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
