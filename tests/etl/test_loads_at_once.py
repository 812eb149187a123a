"""Loads that run at one time never mix, and readers meanwhile have their answers from one build."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from app import warehouse
from app.warehouse import rows, serving_build
from tests.agency_files import AGENCIES, loaded_agencies, marks, write_agencies
from tests.command import run_command, start_command

READERS, LOADS = 20, 2
QUESTIONS = {
    "marks": "select distinct split_part(name_th, ' ', 3) as mark from warehouse.agency",
    "files": "select count(*) as files from warehouse.batch",
    "build": "select build_id from warehouse.build_info",
    "names": "select count(*) as names from warehouse.agency",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(loaded_agencies(), tmp_path / "data")


def test_of_many_loads_at_once_one_builds_and_the_others_are_told(
    data: Path, tmp_path: Path
) -> None:
    sent = [write_agencies(tmp_path / f"{n}.csv", f"load{n}") for n in range(4)]
    started = [start_command(data, "load", path) for path in sent]
    ends = [(process.communicate(timeout=120), process.returncode) for process in started]
    codes = [code for _, code in ends]
    assert codes.count(0) >= 1
    for (_, progress), code in ends:
        if code:
            assert code == 1
            assert "Another build is running" in progress
            assert "มีการสร้างคลังข้อมูลอยู่แล้ว" in progress
    received = list((data / "inbox" / "agencies").iterdir())
    lines = (data / "inbox" / "received.csv").read_text("utf-8").splitlines()[1:]
    assert len(received) == len(lines) == 1 + codes.count(0)
    (mark,) = marks(data)
    assert codes[int(mark.removeprefix("load"))] == 0


def test_every_answer_of_twenty_readers_belongs_to_one_build(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, sql in QUESTIONS.items():
        (tmp_path / f"{name}.sql").write_text(sql, "utf-8")
    monkeypatch.setattr(warehouse, "QUERIES", tmp_path)
    monkeypatch.setenv("KHON_KAEN_DATA", str(data))
    warehouse.statement_of.cache_clear()
    ended = Event()

    def read() -> set[tuple[str, str]]:
        seen = set()
        while not ended.is_set():
            build_id = serving_build()
            (mark,) = rows(build_id, "marks")
            (files,) = rows(build_id, "files")
            assert rows(build_id, "build") == [{"build_id": build_id}]
            assert rows(build_id, "names") == [{"names": AGENCIES}]
            expected = "first" if files["files"] == 1 else f"load{files['files']}"
            assert mark["mark"] == expected
            seen.add((build_id, expected))
            ended.wait(0.01)
        return seen

    with ThreadPoolExecutor(READERS) as threads:
        readers = [threads.submit(read) for _ in range(READERS)]
        try:
            for number in range(2, 2 + LOADS):
                path = write_agencies(tmp_path / f"{number}.csv", f"load{number}")
                answer = run_command(data, "load", path)
                assert answer.code == 0, answer.progress
                assert {mark for _, mark in [reader_now()]} == {f"load{number}"}
        finally:
            ended.set()
        seen = set().union(*(reader.result() for reader in readers))
    warehouse.statement_of.cache_clear()
    assert len({build for build, _ in seen}) == len({mark for _, mark in seen}) == len(seen)
    assert len(seen) >= 2


def reader_now() -> tuple[str, str]:
    """The build that serves at once after a load, and its mark."""
    build_id = serving_build()
    return build_id, rows(build_id, "marks")[0]["mark"]
