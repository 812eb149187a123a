"""The files as received, <inbox>/<source>/*, and the ledger that says when each one came."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from etl.durable import PARTIAL, copy_durably, write_durably
from etl.found_files import found_files, sha256_sums
from etl.source_name import batch_id_of, check_source
from etl.sources.received_file import ReceivedFile

LEDGER_NAME = "received.csv"
LEDGER_COLUMNS = ("source", "stored_file", "file_name", "sha256", "received_at")

Ledger = dict[tuple[str, str, str], tuple[str, datetime]]


def inbox_files(inbox: Path, now: datetime) -> tuple[list[ReceivedFile], list[ReceivedFile]]:
    """An inbox → its files with a line in the ledger, and those that someone put there by hand.

    The bytes count: a file changed in its place is a new one, received now (UTC). The same bytes
    twice in a source are one file. Raises BrokenFileError for a file in a folder of no source.
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
        file_name, received_at = line or (path.name, now)
        batch_id = batch_id_of(source, file_name, sha256)
        file = ReceivedFile(batch_id, source, path, file_name, sha256, received_at)
        (kept if line else new).setdefault(batch_id, file)
    return list(kept.values()), [file for file in new.values() if file.batch_id not in kept]


def receive(inbox: Path, files: Sequence[ReceivedFile], progress: Callable[[str], None]) -> None:
    """New files → copies in the inbox (unless they are there already) and lines in the ledger.

    Raises OSError when there is no room; what was copied by then waits for the next load.
    """
    for left_over in inbox.glob(f"*/.*{PARTIAL}"):
        left_over.unlink()
    lines = []
    for file in files:
        progress(file.file_name)
        path = file.path
        if not path.is_relative_to(inbox):
            name = f"{file.received_at:%Y%m%dT%H%M%S}_{file.batch_id[:8]}_{file.file_name}"
            path = inbox / file.source / name
            copy_durably(file.path, path)
        lines.append(
            (*_place(inbox, path), file.file_name, file.sha256, file.received_at.isoformat())
        )
    if lines:
        _add_to_ledger(inbox / LEDGER_NAME, lines)


def _place(inbox: Path, path: Path) -> tuple[str, str]:
    source, *inside = path.relative_to(inbox).parts
    return source, "/".join(inside)


def _read_ledger(path: Path) -> Ledger:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (line["source"], line["stored_file"], line["sha256"]): (
                line["file_name"],
                datetime.fromisoformat(line["received_at"]),
            )
            for line in csv.DictReader(file)
        }


def _add_to_ledger(path: Path, lines: Iterable[Sequence[str]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    if path.is_file():
        text.write(path.read_text("utf-8"))
    else:
        writer.writerow(LEDGER_COLUMNS)
    writer.writerows(lines)
    write_durably(path, text.getvalue())
