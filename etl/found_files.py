"""The data files among what a person points at, and the sum of their bytes."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# What systems and programs leave beside data.
LEFT_BY_SYSTEMS = {"desktop.ini", "thumbs.db"}
HIDDEN = (".", "~$")


def found_files(paths: Iterable[Path]) -> list[Path]:
    """Files and folders → data files, each once, folders at any depth in order of name.

    Hidden files, documentation (README, *.md) and what systems leave in a folder are no data;
    a file that is named itself always is.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (each for each in sorted(path.rglob("*")) if _is_data(each, path))
            found.update(dict.fromkeys(_plain_path(each) for each in inside))
        else:
            found[_plain_path(path)] = None
    return list(found)


def _plain_path(path: Path) -> Path:
    """Absolute and without `..`, but a link stays a link."""
    return Path(os.path.abspath(path))


def _is_data(path: Path, folder: Path) -> bool:
    name = path.name.casefold()
    return (
        path.is_file()
        and not any(part.startswith(HIDDEN) for part in path.relative_to(folder).parts)
        and name not in LEFT_BY_SYSTEMS
        and not name.startswith("readme")
        and not name.endswith(".md")
    )


def sha256_sums(paths: Sequence[Path]) -> list[str]:
    """Files → 64 hex digits for each, several files at a time."""
    with ThreadPoolExecutor() as threads:
        return list(threads.map(_sha256, paths))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
