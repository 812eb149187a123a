"""An import as a folder: what was brought, what is asked for, its trial and the real thing."""

import hashlib
import json
import re
import secrets
import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from app.access import require_import
from app.intake.file_names import safe_name
from app.intake.part import begin, standing
from app.intake.run import FILES, REAL
from app.warehouse import LostWarehouseError, NoWarehouseError, serving_build, warehouse_directory

FOLDER, JOB, TRIAL = "imports", "job.json", "trial"
REFUSED, WORKBOOKS = "refused_rows.csv", "refused"
JOB_ID = re.compile("[0-9a-f]{16}")
KEPT_SECONDS = 24 * 60 * 60

Action = Literal["load", "take_back", "put_back"]


class Brought(NamedTuple):
    """A file that the reader brought: its name here, the sha256 of its bytes, how many they are."""

    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class Order:
    """What is asked for; a batch, why and who where a received file is taken back or put back."""

    action: Action
    batch_id: str = ""
    file_name: str = ""
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True)
class Job:
    """One import: what is asked for, what was brought, the build it was tried against (UTC)."""

    job_id: str
    order: Order
    brought: tuple[Brought, ...]
    base_build: str
    begun_at: datetime

    @property
    def folder(self) -> Path:
        return jobs_folder() / self.job_id

    @property
    def trial(self) -> Path:
        return self.folder / TRIAL

    @property
    def real(self) -> Path:
        return self.folder / REAL

    @property
    def refused(self) -> Path:
        """Where the trial lists the refused rows."""
        return self.folder / REFUSED

    def workbooks(self) -> list[Path]:
        """The workbooks of refused rows that the trial made, to be mended and sent again."""
        return sorted((self.folder / WORKBOOKS).glob("*.xlsx"))


def jobs_folder() -> Path:
    """Where imports lie while they are under way."""
    return warehouse_directory().parent / FOLDER


def new_job(order: Order, uploads: Sequence[tuple[str, BinaryIO]]) -> Job:
    """What is asked for and files by name → the job, its trial begun; old jobs are cleared.

    Raises PermissionError for a reader who may not import, OSError when there is no room.
    """
    require_import()
    clear_old_jobs()
    job_id = secrets.token_hex(8)
    folder = jobs_folder() / job_id
    (folder / FILES).mkdir(parents=True)
    try:
        brought: list[Brought] = []
        for given, content in uploads:
            name = safe_name(given, {each.name for each in brought})
            brought.append(_stored(folder / FILES / name, content))
        job = Job(job_id, order, tuple(brought), _base_build(), datetime.now(UTC))
        _write(job)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    begin(job.trial, arguments(job, is_trial=True))
    return job


def carry_out(job: Job) -> bool:
    """A job that was tried → the real thing begun; False when it was begun before.

    Raises PermissionError for a reader who may not import.
    """
    require_import()
    if standing(job.real) in ("stopped", "died"):
        shutil.rmtree(job.real)
    return begin(job.real, arguments(job, is_trial=False))


def try_again(job: Job) -> None:
    """A job whose trial tells no more how things are → tried against the build that serves now.

    Raises PermissionError for a reader who may not import.
    """
    require_import()
    if is_running(job) or standing(job.real) == "done":
        return
    for part in (job.trial, job.real):
        shutil.rmtree(part, ignore_errors=True)
    tried = replace(job, base_build=_base_build(), begun_at=datetime.now(UTC))
    _write(tried)
    begin(tried.trial, arguments(tried, is_trial=True))


def arguments(job: Job, *, is_trial: bool) -> list[str]:
    """A job → the command that tries it, or that carries it out."""
    if job.order.action == "load":
        paths = [str((job.folder / FILES / each.name).absolute()) for each in job.brought]
        # Files that lie in the inbox by hand are taken along by every load.
        workbooks = (job.folder / WORKBOOKS).absolute()
        listed = ["--rejects", str(job.refused.absolute()), "--refused", str(workbooks)]
        return (
            ["check", "--json", *listed, "--", *paths]
            if is_trial
            else ["load", "--json", "--", *paths]
        )
    decided = [f"--reason={job.order.reason}", f"--by={job.order.decided_by}"]
    trial = ["--trial"] if is_trial else []
    action = job.order.action.replace("_", "-")
    return [action, "--json", *decided, *trial, "--", job.order.batch_id]


def find_job(job_id: str) -> Job | None:
    """The id of a job → the job; None where there is none, or no more."""
    if not JOB_ID.fullmatch(job_id):
        return None
    try:
        found = json.loads((jobs_folder() / job_id / JOB).read_text("utf-8"))
        brought = tuple(Brought(*each) for each in found["brought"])
        begun_at = datetime.fromisoformat(found["begun_at"])
        return Job(job_id, Order(**found["order"]), brought, found["base_build"], begun_at)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_running(job: Job) -> bool:
    """Is a process of the job at work?"""
    return "running" in (standing(job.trial), standing(job.real))


def running_job() -> Job | None:
    """The job that is at work now, if there is one."""
    folders = jobs_folder().glob("*") if jobs_folder().is_dir() else ()
    found = (find_job(folder.name) for folder in folders)
    return next((job for job in found if job and is_running(job)), None)


def drop(job: Job) -> None:
    """A job that is not wanted → gone with all that was brought for it, if it is not at work."""
    require_import()
    if not is_running(job):
        shutil.rmtree(job.folder, ignore_errors=True)


def clear_old_jobs() -> None:
    """Jobs older than a day → gone, those at work left alone."""
    for folder in jobs_folder().glob("*"):
        job = find_job(folder.name)
        is_old = time.time() - folder.stat().st_mtime > KEPT_SECONDS
        if is_old and not (job and is_running(job)):
            shutil.rmtree(folder, ignore_errors=True)


def _write(job: Job) -> None:
    document = {**asdict(job), "begun_at": job.begun_at.isoformat()}
    (job.folder / JOB).write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def _stored(path: Path, content: BinaryIO) -> Brought:
    content.seek(0)
    with path.open("xb") as file:
        shutil.copyfileobj(content, file)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Brought(path.name, sha256, path.stat().st_size)


def _base_build() -> str:
    try:
        return serving_build()
    except (NoWarehouseError, LostWarehouseError):
        return ""
