"""What a trial or a load says of the files that it was for."""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from app.intake.job import Job


class TakenFile(NamedTuple):
    """A file, or a sheet of one: what it was taken for, how it was read, what became of it."""

    source: str
    batch_id: str
    file_name: str
    sha256: str
    sheet: str | None
    encoding: str | None
    header_row: int | None
    mapping: str | None
    conversions: int
    unused_headers: Sequence[str]
    rows_set_aside: int
    rows_read: int
    rows_loaded: int
    rows_rejected: int


class RefusedRow(NamedTuple):
    """A fault of a refused row: where it stands, and why and what to do by language."""

    file_name: str
    sheet: str
    row_number: int
    header: str
    messages: Mapping[str, str]


def taken_files(outcome: Mapping[str, Any], job: Job) -> list[TakenFile]:
    """An outcome → the files that came with the job, or that it puts back."""
    return [
        TakenFile(source["source"], *(file[name] for name in TakenFile._fields[1:]))
        for source in outcome["status"]["sources"]
        for file in source["files"]
        if _is_of(file, job)
    ]


def known_files(outcome: Mapping[str, Any], job: Job) -> list[str]:
    """An outcome → the names of files of the job whose bytes had been received before."""
    taken = {file.sha256 for file in taken_files(outcome, job)}
    return [file.name for file in job.brought if file.sha256 not in taken]


def refused_rows(path: Path | None, taken: Sequence[TakenFile]) -> list[RefusedRow]:
    """The file of refused rows, those of older files too → the faults of the files of the job."""
    if path is None or not path.is_file():
        return []
    batches = {file.batch_id for file in taken}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            RefusedRow(
                row["file_name"],
                row["sheet"],
                int(row["row_number"]),
                row["header"] or row["column_name"],
                {language: row[f"message_{language}"] for language in ("th", "en")},
            )
            for row in csv.DictReader(file)
            if row["batch_id"] in batches
        ]


def _is_of(file: Mapping[str, Any], job: Job) -> bool:
    if job.order.action == "put_back":
        return bool(file["batch_id"] == job.order.batch_id)
    received_at = datetime.fromisoformat(file["received_at"]).replace(tzinfo=UTC)
    return received_at >= job.begun_at
