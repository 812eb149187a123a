"""Which build serves: the pointer, the snapshots behind it, and the lock that builds share."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import filelock

from etl.data_folder import DataFolder
from etl.durable import move_durably, write_durably
from etl.snapshot import DamagedSnapshotError, check_layout, check_snapshot

POINTER = "current.json"
LOCK = "build.lock"
BUILDING = ".building"
SNAPSHOTS_KEPT = 12


class AnotherBuildError(Exception):
    """Another process is building in the same warehouse."""


class NoWarehouseError(Exception):
    """No build was published yet."""


class LostWarehouseError(NoWarehouseError):
    """The build that should serve is gone, or nothing tells any more which one it is."""


class UnknownBuildError(Exception):
    """There is no snapshot of that name."""


@contextmanager
def only_build(data: DataFolder) -> Iterator[None]:
    """Holds the warehouse for one build at a time; clears what it or a killed one left unfinished.

    The system gives the lock back when its process dies. Raises AnotherBuildError at once when
    another process holds it.
    """
    data.warehouse.mkdir(parents=True, exist_ok=True)
    try:
        with filelock.FileLock(data.warehouse / LOCK, timeout=0):
            _clear(data)
            try:
                yield
            finally:
                _clear(data)
    except filelock.Timeout as error:
        raise AnotherBuildError from error


def building_path(data: DataFolder, build_id: str) -> Path:
    """Where a build grows; nobody reads it there."""
    return data.warehouse / f"{build_id}.duckdb{BUILDING}"


def publish(data: DataFolder, build_id: str, keep: int = SNAPSHOTS_KEPT) -> None:
    """A finished snapshot → the one that serves; of the older ones the newest stay, keep in all."""
    _point_to(data, build_id)
    unwanted = [other for other in snapshots(data) if other != build_id][max(keep - 1, 0) :]
    for other in unwanted:
        # Windows does not delete a file that somebody reads: it goes after a later build.
        with suppress(PermissionError):
            snapshot_path(data, other).unlink()
            rejects_path(data, other).unlink(missing_ok=True)


def finish(data: DataFolder, build_id: str) -> None:
    """A build that passed its checks → a snapshot, whole on the disk before it has its name."""
    move_durably(building_path(data, build_id), snapshot_path(data, build_id))


@contextmanager
def whole_or_gone(data: DataFolder, build_id: str) -> Iterator[None]:
    """Takes a snapshot away again when what is done with it fails before it serves."""
    try:
        yield
    except BaseException:
        if _serving_id(data) != build_id:
            snapshot_path(data, build_id).unlink(missing_ok=True)
            rejects_path(data, build_id).unlink(missing_ok=True)
        raise


def use(data: DataFolder, build_id: str) -> None:
    """A snapshot → the one that serves, at once.

    Raises UnknownBuildError when there is none, DamagedSnapshotError when not all of it can be
    read, OtherVersionError when it lacks a table or column of the one that serves now.
    """
    chosen = snapshot_path(data, known_build(data, build_id))
    check_snapshot(chosen)
    with suppress(NoWarehouseError, DamagedSnapshotError):
        check_layout(chosen, snapshot_path(data, serving_build(data)))
    _point_to(data, build_id)


def _point_to(data: DataFolder, build_id: str) -> None:
    pointer = {"build_id": known_build(data, build_id), "file": snapshot_path(data, build_id).name}
    write_durably(data.warehouse / POINTER, json.dumps(pointer))


def snapshots(data: DataFolder) -> list[str]:
    """The ids of all snapshots, the newest first."""
    return sorted((path.stem for path in data.warehouse.glob("*.duckdb")), reverse=True)


def known_build(data: DataFolder, build_id: str) -> str:
    """The id of a snapshot that is there; raises UnknownBuildError when it is not."""
    if build_id not in snapshots(data):
        raise UnknownBuildError(build_id)
    return build_id


def serving_build(data: DataFolder) -> str:
    """The id of the build that serves; raises NoWarehouseError or LostWarehouseError."""
    kept = snapshots(data)
    build_id = _serving_id(data)
    if build_id in kept:
        return build_id
    if not kept and not (data.warehouse / POINTER).is_file():
        raise NoWarehouseError
    raise LostWarehouseError


def _serving_id(data: DataFolder) -> str:
    """What the pointer says; nothing where it cannot be read."""
    try:
        pointer = (data.warehouse / POINTER).read_text("utf-8")
        return str(json.loads(pointer)["build_id"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return ""


def snapshot_path(data: DataFolder, build_id: str) -> Path:
    """Where a snapshot lies."""
    return data.warehouse / f"{build_id}.duckdb"


def rejects_path(data: DataFolder, build_id: str) -> Path:
    """Where the rows that a build refused are listed, if it refused any."""
    return data.rejects / f"{build_id}.csv"


def _clear(data: DataFolder) -> None:
    for left_over in data.warehouse.glob(f"*{BUILDING}*"):
        if left_over.is_dir():
            shutil.rmtree(left_over)
        else:
            left_over.unlink()
