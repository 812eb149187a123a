"""A warehouse that is damaged, gone or of another version is told, and a load builds it again."""

import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from etl.__main__ import main
from etl.data_folder import DataFolder
from etl.publish import serving_build, snapshot_path, snapshots
from tests.agency_files import loaded_agencies, marks, write_agencies
from tests.damages import DAMAGES

READING = ("status", "claims", "indicators", "mpi", "batches")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path / "data"))
    return shutil.copytree(loaded_agencies(), tmp_path / "data")


def ended(*arguments: str) -> Result:
    """How a command ended; it must have ended by itself."""
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def serving(data: Path) -> Path:
    folder = DataFolder(data)
    return snapshot_path(folder, serving_build(folder))


def older_snapshot(data: Path) -> Path:
    """Another snapshot, from the day before the one that serves."""
    path = data / "warehouse" / "20200101T000000-0123abcd.duckdb"
    return Path(shutil.copy(serving(data), path))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_warehouse_is_told_and_built_again(data: Path, damage: str) -> None:
    path = serving(data)
    DAMAGES[damage](path)
    for command in READING:
        result = ended(command)
        assert result.exit_code == 1
        assert "`load`" in result.stderr
        assert "โปรดสั่ง load" in result.stderr
    assert ended("load").exit_code == 0
    assert marks(data) == {"first"}
    assert serving(data) != path


@pytest.mark.parametrize("pointer", ["", "{", "[]", '{"build_id": "../x"}', '{"build_id": "gone"}'])
def test_a_pointer_to_nothing_is_told_and_the_snapshots_are_listed(
    data: Path, pointer: str
) -> None:
    build_id = serving(data).stem
    (data / "warehouse" / "current.json").write_text(pointer)
    for command in READING:
        result = ended(command)
        assert result.exit_code == 1
        assert "`snapshots` lists the others" in result.stderr
    listed = ended("snapshots")
    assert listed.exit_code == 0
    assert build_id in listed.stdout
    assert ended("use", build_id).exit_code == 0
    assert marks(data) == {"first"}


@pytest.mark.parametrize("damage", ["truncated", "overwritten", "emptied"])
def test_a_damaged_snapshot_is_never_chosen(data: Path, damage: str) -> None:
    older = older_snapshot(data)
    DAMAGES[damage](older)
    before = serving(data)
    result = ended("use", older.stem)
    assert result.exit_code == 1
    assert older.stem in result.stderr
    assert serving(data) == before


def test_a_snapshot_of_another_version_is_told_and_never_chosen(data: Path) -> None:
    older, before = older_snapshot(data), serving(data)
    with duckdb.connect(str(older)) as connection:
        connection.execute("alter table build_info drop column content_hash")
    result = ended("use", older.stem)
    assert result.exit_code == 1
    assert "Another version" in result.stderr
    assert serving(data) == before


def test_a_warehouse_of_another_version_is_told_and_built_again(data: Path) -> None:
    with duckdb.connect(str(serving(data))) as connection:
        for table in ("build_info", "batch", "claim"):
            connection.execute(f"alter table {table} rename to older_{table}")
    for command in ("status", "claims", "batches"):
        result = ended(command)
        assert result.exit_code == 1
        assert "Another version" in result.stderr
        assert "โปรดสั่ง load" in result.stderr
    assert ended("load").exit_code == 0
    assert marks(data) == {"first"}


def test_a_clock_set_back_neither_loses_a_correction_nor_the_build_of_it(
    data: Path, tmp_path: Path
) -> None:
    later = data / "warehouse" / "20991231T235959-0123abcd.duckdb"
    serving(data).rename(later)
    (data / "warehouse" / "current.json").write_text(f'{{"build_id": "{later.stem}"}}')
    ledger = data / "inbox" / "received.csv"
    head, line = ledger.read_text("utf-8").splitlines()
    place = head.split(",").index("received_at")
    cells = line.split(",")
    cells[place] = "2099-12-31T23:59:58"
    ledger.write_text(f"{head}\n{','.join(cells)}\n", "utf-8")
    for mark in ("second", "third"):
        sent = write_agencies(tmp_path / f"{mark}.csv", mark)
        assert ended("load", str(sent), "--keep", "2").exit_code == 0
        assert marks(data) == {mark}
        assert snapshots(DataFolder(data))[0] == serving(data).stem
    assert len(snapshots(DataFolder(data))) == 2
    assert not later.exists()
