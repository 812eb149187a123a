"""Facts of an import as a folder and a process, shown with real ones."""

import io
import json
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.intake import job as jobs
from app.intake.job import Job, Order, carry_out, drop, find_job, new_job, running_job
from app.intake.part import answer, is_input_refused, progress, standing
from app.intake.report import known_files, refused_rows, taken_files
from etl.source_name import batch_id_of
from tests.agency_files import loaded_agencies, marks, write_agencies

PATIENCE_SECONDS = 60


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(loaded_agencies(), tmp_path / "data")
    monkeypatch.setenv("KHON_KAEN_DATA", str(folder))
    return folder


def brought(path: Path) -> list[tuple[str, io.BytesIO]]:
    return [(path.name, io.BytesIO(path.read_bytes()))]


def wait(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def tried(path: Path) -> Job:
    job = new_job(Order("load"), brought(path))
    wait(lambda: standing(job.trial) != "running")
    return job


def test_a_file_is_tried_then_received_and_what_was_brought_is_cleared(
    data: Path, tmp_path: Path
) -> None:
    job = tried(write_agencies(tmp_path / "next.csv", "next"))
    assert standing(job.trial) == "done"
    assert marks(data) == {"first"}
    outcome = answer(job.trial)
    (file,) = taken_files(outcome, job)
    assert (file.source, file.file_name, file.rows_loaded) == ("agencies", "next.csv", 20)
    assert known_files(outcome, job) == []
    assert refused_rows(job.refused, [file]) == []
    assert carry_out(job)
    assert not carry_out(job)
    wait(lambda: standing(job.real) != "running")
    assert standing(job.real) == "done"
    assert marks(data) == {"next"}
    assert not (job.folder / "files").exists()
    told = progress(job.real)
    assert told is not None
    assert told.step == told.steps


def test_a_job_is_found_again_by_its_id_until_it_is_dropped(data: Path, tmp_path: Path) -> None:
    job = tried(write_agencies(tmp_path / "next.csv", "next"))
    assert find_job(job.job_id) == job
    assert running_job() is None
    drop(job)
    assert find_job(job.job_id) is None
    assert list((data / "imports").iterdir()) == []


@pytest.mark.parametrize("job_id", ["", "..", "../warehouse", "0" * 15, "g" * 16, "0" * 16])
def test_what_is_no_job_is_not_found(data: Path, job_id: str) -> None:
    assert find_job(job_id) is None


def test_a_file_of_nothing_known_stops_with_a_sentence(data: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"\x00\x01")
    job = tried(tmp_path / "letter.txt")
    assert standing(job.trial) == "stopped"
    assert is_input_refused(job.trial)
    assert "letter.txt" in answer(job.trial)["message_th"]


def test_the_same_file_again_is_known(data: Path, tmp_path: Path) -> None:
    job = tried(write_agencies(tmp_path / "first.csv", "first"))
    outcome = answer(job.trial)
    assert taken_files(outcome, job) == []
    assert known_files(outcome, job) == ["first.csv"]


def test_a_received_file_is_taken_back_and_put_back(data: Path, tmp_path: Path) -> None:
    sent = tried(write_agencies(tmp_path / "next.csv", "next"))
    carry_out(sent)
    wait(lambda: standing(sent.real) == "done")
    batch_id = batch_id_of("agencies", "next.csv", sent.brought[0].sha256)
    for action, mark in (("take_back", "first"), ("put_back", "next")):
        order = Order(action, batch_id, "next.csv", "--trial", "=officer")  # type: ignore[arg-type]
        job = new_job(order, [])
        wait(lambda job=job: standing(job.trial) == "done")  # type: ignore[misc]
        files = [file.file_name for file in taken_files(answer(job.trial), job)]
        assert files == (["next.csv"] if action == "put_back" else [])
        carry_out(job)
        wait(lambda job=job: standing(job.real) == "done")  # type: ignore[misc]
        assert marks(data) == {mark}


def test_a_process_that_is_killed_has_died_and_what_served_still_does(
    data: Path, tmp_path: Path
) -> None:
    job = new_job(Order("load"), brought(write_agencies(tmp_path / "next.csv", "next")))
    wait(lambda: progress(job.trial) is not None)
    (found,) = running_processes(job)
    os.killpg(found, signal.SIGKILL)
    wait(lambda: standing(job.trial) != "running")
    assert standing(job.trial) == "died"
    assert marks(data) == {"first"}
    jobs.try_again(job)
    wait(lambda: standing(job.trial) == "done")


def running_processes(job: Job) -> list[int]:
    """The groups of the processes that work for a job's trial."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if str(job.trial).encode() in words:
            found.append(int(path.parent.name))
    return found


def test_a_job_older_than_a_day_is_cleared_when_the_next_begins(data: Path, tmp_path: Path) -> None:
    old = tried(write_agencies(tmp_path / "next.csv", "next"))
    long_ago = time.time() - jobs.KEPT_SECONDS - 1
    os.utime(old.folder, (long_ago, long_ago))
    job = tried(write_agencies(tmp_path / "next.csv", "next"))
    assert find_job(old.job_id) is None
    assert find_job(job.job_id) == job


def test_nothing_is_imported_for_a_reader_who_sits_elsewhere(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.access.may_import", lambda: False)
    with pytest.raises(PermissionError):
        new_job(Order("load"), [])
    assert not (data / "imports").exists()


def test_lines_that_are_no_progress_are_passed_over(tmp_path: Path) -> None:
    line = {"name": "read", "step": 2, "steps": 8, "parts": 4, "parts_done": 2, "part": "a.csv"}
    told = json.dumps({**line, "title_th": "อ่านไฟล์", "title_en": "reading files"})
    (tmp_path / "told.jsonl").write_text(f"{told}\nTraceback: no JSON\n{told[:30]}", "utf-8")
    found = progress(tmp_path)
    assert found is not None
    assert found.share == pytest.approx(1.5 / 8)
    assert found.titles == {"th": "อ่านไฟล์", "en": "reading files"}
