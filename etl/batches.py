"""The files on the shelf: which count, which were taken back, and what the build made of them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from etl.data_folder import DataFolder
from etl.decisions import read_decisions, taken_back
from etl.gather import UnknownBatchError
from etl.inbox import inbox_files
from etl.mappings import read_mappings
from etl.shelf import demo_files
from etl.snapshot import opened_snapshot
from etl.sources.received_file import ReceivedFile
from etl.status import Row, answer_rows

BATCH_COUNTS = ("rows_read", "rows_loaded", "rows_rejected")

Standing = Literal["counts", "left_out", "taken_back", "waiting"]


def read_batches(data: DataFolder, warehouse: Path) -> list[Row]:
    """A data folder and the warehouse that serves → one row for each file, the newest first.

    standing is counts, left_out (synthetic beside real records), taken_back or waiting for the
    next load. rows_read, rows_loaded and rows_rejected are blank for a file that does not count.
    """
    files, waiting = _shelf_files(data)
    back = taken_back(read_decisions(data.inbox))
    with opened_snapshot(warehouse) as connection:
        built = {row["batch_id"]: row for row in answer_rows(connection, "batches")}
    found = []
    for file in files:
        decision = back.get(file.batch_id)
        standing: Standing = (
            "taken_back"
            if decision
            else "counts"
            if file.batch_id in built
            else "waiting"
            if file.batch_id in waiting
            else "left_out"
        )
        found.append(
            {
                **_described(file),
                "standing": standing,
                **{count: built.get(file.batch_id, {}).get(count) for count in BATCH_COUNTS},
                "reason": decision.reason if decision else None,
                "decided_by": decision.decided_by if decision else None,
                "decided_at": decision.decided_at.isoformat() if decision else None,
            }
        )
    return found


def batch_file(data: DataFolder, batch_id: str) -> ReceivedFile:
    """A batch → its file on the shelf; raises UnknownBatchError when there is none."""
    for file in _shelf_files(data)[0]:
        if file.batch_id == batch_id:
            return file
    raise UnknownBatchError(batch_id)


def _shelf_files(data: DataFolder) -> tuple[list[ReceivedFile], set[str]]:
    """Every file, the newest first, and the batches that wait for the next load."""
    now = datetime.now(UTC).replace(tzinfo=None)
    kept, by_hand = inbox_files(data.inbox, now, read_mappings(data.mappings))
    files = [*demo_files(data.demo), *kept, *by_hand]
    files.sort(key=lambda file: (file.received_at, file.source, file.batch_id), reverse=True)
    return files, {file.batch_id for file in by_hand}


def _described(file: ReceivedFile) -> Row:
    return {
        "batch_id": file.batch_id,
        "source": file.source,
        "file_name": file.file_name,
        "sha256": file.sha256,
        "received_at": file.received_at.isoformat(),
        "mapping": file.mapping.name if file.mapping else None,
    }
