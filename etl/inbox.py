"""The files as received, <inbox>/<source>/*, and the ledger that says when each one came."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from etl.durable import PARTIAL, copy_durably, write_durably
from etl.file_name import plain_name, stored_name
from etl.found_files import found_files, sha256_sums
from etl.ledger import ledger_lines
from etl.mappings import ColumnMapping, mapping_named
from etl.source_name import batch_id_of, check_source
from etl.sources.received_file import ReceivedFile

LEDGER_NAME = "received.csv"
LEDGER_COLUMNS = ("source", "stored_file", "file_name", "sha256", "received_at", "mapping")

Ledger = dict[tuple[str, str, str], dict[str, str]]


def inbox_files(
    inbox: Path, now: datetime, mappings: Sequence[ColumnMapping] = ()
) -> tuple[list[ReceivedFile], list[ReceivedFile]]:
    """An inbox → its files with a line in the ledger, and those that someone put there by hand.

    The bytes count: a file changed in its place is a new one, received now (UTC). The same bytes
    twice in a source are one file. A file is read by the mapping that its line names. Raises
    BrokenFileError for a file in a folder of no source, MappingError for a mapping that is gone,
    DamagedLedgerError for a ledger that cannot be read.
    """
    ledger = _read_ledger(inbox / LEDGER_NAME)
    kept: dict[str, ReceivedFile] = {}
    new: dict[str, ReceivedFile] = {}
    folders = [path for path in inbox.glob("*") if path.is_dir()]
    paths = found_files(sorted(folders))
    for path, sha256 in zip(paths, sha256_sums(paths), strict=True):
        source, stored_file = _place(inbox, path)
        check_source(source, path)
        line = ledger.get((source, stored_file, sha256))
        file_name = line["file_name"] if line else plain_name(path.name)
        batch_id = batch_id_of(source, file_name, sha256)
        file = ReceivedFile(batch_id, source, path, file_name, sha256, now)
        if line is None:
            new.setdefault(batch_id, file)
            continue
        name = line["mapping"]
        mapping = mapping_named(mappings, name) if name else None
        received_at = datetime.fromisoformat(line["received_at"])
        kept.setdefault(batch_id, replace(file, received_at=received_at, mapping=mapping))
    return list(kept.values()), [file for file in new.values() if file.batch_id not in kept]


def receive(inbox: Path, files: Sequence[ReceivedFile], progress: Callable[[str], None]) -> None:
    """New files → copies in the inbox (unless they are there already) and lines in the ledger.

    Raises OSError when there is no room; what was copied by then waits for the next load.
    """
    for left_over in inbox.glob(f"*/.*{PARTIAL}"):
        left_over.unlink()
    lines: Ledger = {}
    for file in files:
        progress(file.file_name)
        path = file.path
        if not path.is_relative_to(inbox):
            stamp = f"{file.received_at:%Y%m%dT%H%M%S}_{file.batch_id[:8]}"
            name = f"{stamp}_{stored_name(file.file_name)}"
            path = inbox / file.source / name
            copy_durably(file.path, path)
        source, stored_file = _place(inbox, path)
        lines[source, stored_file, file.sha256] = {
            "source": source,
            "stored_file": stored_file,
            "file_name": file.file_name,
            "sha256": file.sha256,
            "received_at": file.received_at.isoformat(),
            "mapping": file.mapping.name if file.mapping else "",
        }
    if lines:
        _add_to_ledger(inbox / LEDGER_NAME, lines)


def received_times(inbox: Path) -> list[datetime]:
    """An inbox → when each file in its ledger was received (UTC without a zone)."""
    return [
        datetime.fromisoformat(line["received_at"])
        for line in _read_ledger(inbox / LEDGER_NAME).values()
    ]


def _place(inbox: Path, path: Path) -> tuple[str, str]:
    source, *inside = path.relative_to(inbox).parts
    return source, "/".join(inside)


def _read_ledger(path: Path) -> Ledger:
    """The lines by place and sum of bytes; an older ledger has no mappings."""
    return {
        (line["source"], line["stored_file"], line["sha256"]): {"mapping": "", **line}
        for line in ledger_lines(path, LEDGER_COLUMNS[:-1], "received_at")
    }


def _add_to_ledger(path: Path, lines: Ledger) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, LEDGER_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**_read_ledger(path), **lines}.values())
    write_durably(path, text.getvalue())
