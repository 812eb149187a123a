"""Facts of the pointer, the snapshots and the lock."""

import json
from pathlib import Path

import duckdb
import filelock
import pytest

from etl.data_folder import DataFolder
from etl.publish import (
    AnotherBuildError,
    NoWarehouseError,
    UnknownBuildError,
    building_path,
    finish,
    only_build,
    publish,
    rejects_path,
    serving_build,
    snapshot_path,
    snapshots,
    use,
)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path)
    folder.warehouse.mkdir()
    folder.rejects.mkdir()
    return folder


def build(data: DataFolder, day: int) -> str:
    """A finished snapshot of a day, not yet published."""
    build_id = f"202601{day:02}T120000-0123abcd"
    with duckdb.connect(str(building_path(data, build_id))) as connection:
        connection.execute("create table fact as select $day as day", {"day": day})
    finish(data, build_id)
    rejects_path(data, build_id).write_text("rows")
    return build_id


def test_a_published_build_serves(data: DataFolder) -> None:
    build_id = build(data, 1)
    publish(data, build_id)
    assert serving_build(data) == build_id
    pointer = json.loads((data.warehouse / "current.json").read_text("utf-8"))
    assert pointer == {"build_id": build_id, "file": f"{build_id}.duckdb"}
    with duckdb.connect(str(snapshot_path(data, build_id)), read_only=True) as connection:
        assert connection.execute("select day from fact").fetchall() == [(1,)]


def test_a_finished_build_does_not_serve_before_it_is_published(data: DataFolder) -> None:
    publish(data, first := build(data, 1))
    build(data, 2)
    assert serving_build(data) == first


@pytest.mark.parametrize("pointer", [None, "", "{", "[]", "{}", '{"build_id": "gone"}'])
def test_a_pointer_that_leads_nowhere_is_no_warehouse(
    data: DataFolder, pointer: str | None
) -> None:
    if pointer is not None:
        (data.warehouse / "current.json").write_text(pointer)
    with pytest.raises(NoWarehouseError):
        serving_build(data)


def test_twelve_snapshots_are_kept_and_the_rejects_of_the_others_go_too(data: DataFolder) -> None:
    builds = [build(data, day) for day in range(1, 16)]
    publish(data, builds[-1])
    assert snapshots(data) == builds[:2:-1]
    assert sorted(path.stem for path in data.rejects.iterdir()) == builds[3:]


@pytest.mark.parametrize(("keep", "left"), [(1, 1), (2, 2), (99, 4)])
def test_as_many_snapshots_are_kept_as_told(data: DataFolder, keep: int, left: int) -> None:
    builds = [build(data, day) for day in range(1, 5)]
    publish(data, builds[-1], keep)
    assert snapshots(data) == builds[::-1][:left]


def test_the_serving_snapshot_stays_even_when_it_is_the_oldest(data: DataFolder) -> None:
    builds = [build(data, day) for day in range(1, 5)]
    publish(data, builds[0], keep=2)
    assert snapshots(data) == [builds[3], builds[0]]


def test_an_older_snapshot_serves_when_it_is_chosen(data: DataFolder) -> None:
    older, newer = build(data, 1), build(data, 2)
    publish(data, newer)
    use(data, older)
    assert serving_build(data) == older
    assert snapshots(data) == [newer, older]


def test_a_snapshot_that_is_not_there_is_never_chosen(data: DataFolder) -> None:
    publish(data, serving := build(data, 1))
    for unknown in ("20250101T000000-00000000", "../warehouse/x", ""):
        with pytest.raises(UnknownBuildError):
            use(data, unknown)
    assert serving_build(data) == serving


def test_a_second_build_is_told_at_once_and_the_lock_comes_back(data: DataFolder) -> None:
    with only_build(data), pytest.raises(AnotherBuildError), only_build(data):
        pass
    with only_build(data):
        pass


def test_a_build_that_is_told_leaves_the_other_s_work_alone(data: DataFolder) -> None:
    growing = building_path(data, "other")
    growing.write_text("half")
    with filelock.FileLock(data.warehouse / "build.lock"):
        with pytest.raises(AnotherBuildError), only_build(data):
            pass
        assert growing.read_text() == "half"


def test_what_a_killed_build_left_is_cleared_and_nothing_else(data: DataFolder) -> None:
    snapshot = build(data, 1)
    for suffix in ("", ".wal"):
        Path(f"{building_path(data, 'killed')}{suffix}").write_text("half")
    spill = Path(f"{building_path(data, 'killed')}.tmp")
    spill.mkdir()
    (spill / "part").write_text("")
    with only_build(data):
        assert sorted(path.name for path in data.warehouse.iterdir()) == [
            f"{snapshot}.duckdb",
            "build.lock",
        ]


def test_what_a_failed_build_began_is_cleared_at_its_end(data: DataFolder) -> None:
    building_path(data, "failing").write_text("half")
    with pytest.raises(FileNotFoundError), only_build(data):
        finish(data, "never begun")
    assert list(data.warehouse.glob("*.building*")) == []
