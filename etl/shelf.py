"""Which files a build is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from etl.found_files import sha256_sums
from etl.source_name import TPMAP_OPEN, batch_id_of, is_source
from etl.sources.received_file import ReceivedFile

# The day after the synthetic year ended: any file that is really received is a later one.
DEMO_RECEIVED_AT = datetime(2020, 10, 1)


@dataclass(frozen=True)
class Shelf:
    """The files that count, and those left out because they are synthetic beside real ones."""

    files: tuple[ReceivedFile, ...]
    left_out: tuple[ReceivedFile, ...]


def choose_files(
    demo: Sequence[ReceivedFile],
    inbox: Sequence[ReceivedFile],
    holds_observed: Callable[[ReceivedFile], bool],
) -> Shelf:
    """Generated files, received files and what tells observed records → the files that count.

    TPMAP's files come from the inbox, from the demo only when the inbox has none. Real and
    synthetic programme records never mix: one file with observed records leaves the demo and
    every file without any out.
    """
    open_data = [file for file in inbox if file.source == TPMAP_OPEN] or [
        file for file in demo if file.source == TPMAP_OPEN
    ]
    received = [file for file in inbox if file.source != TPMAP_OPEN]
    generated = [file for file in demo if file.source != TPMAP_OPEN]
    marked = [replace(file, is_observed=holds_observed(file)) for file in received]
    observed = [file for file in marked if file.is_observed]
    if not observed:
        return Shelf((*open_data, *generated, *marked), ())
    synthetic = [file for file in marked if not file.is_observed]
    return Shelf((*open_data, *observed), (*generated, *synthetic))


def demo_files(demo: Path) -> list[ReceivedFile]:
    """The generated files, <demo>/<source>/*.csv; none where there is no demo."""
    paths = sorted(path for path in demo.glob("*/*.csv") if is_source(path.parent.name))
    return [
        ReceivedFile(
            batch_id_of(path.parent.name, path.name, sha256),
            path.parent.name,
            path.absolute(),
            path.name,
            sha256,
            DEMO_RECEIVED_AT,
        )
        for path, sha256 in zip(paths, sha256_sums(paths), strict=True)
    ]
