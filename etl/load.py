"""The two commands that build: load publishes what it built, check only says how it went."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl.build import BUILD_STEPS, Build, build_warehouse
from etl.content_hash import content_hash
from etl.data_folder import DataFolder
from etl.found_files import found_files, sha256_sums
from etl.inbox import inbox_files, receive
from etl.progress import Advance, Steps
from etl.publish import (
    SNAPSHOTS_KEPT,
    NoWarehouseError,
    building_path,
    finish,
    only_build,
    publish,
    rejects_path,
    serving_build,
    snapshot_path,
)
from etl.rejects import write_rejects
from etl.shelf import Shelf, choose_files, demo_files
from etl.source_name import batch_id_of
from etl.sources.received_file import ReceivedFile
from etl.sources.recognise import recognise
from etl.sources.record_origin import holds_observed
from etl.status import Row, read_refusals, read_status

THAI_TIME = timedelta(hours=7)
REFUSALS_SHOWN = 5


class NoFilesError(Exception):
    """There is nothing to build from."""


class EmptyFolderError(Exception):
    """A folder that a person pointed at holds no data file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True)
class Gathered:
    """A build, what it is made of, and the files of it that have no line in the ledger yet."""

    build: Build
    shelf: Shelf
    new: tuple[ReceivedFile, ...]


@dataclass(frozen=True)
class Outcome:
    """A warehouse that was built, or was there already: its status and its first refusals."""

    status: Row
    refusals: list[Row]
    is_new: bool
    received_files: int
    left_out_files: int


def load(data: DataFolder, paths: Sequence[Path], keep: int = SNAPSHOTS_KEPT) -> Outcome:
    """Files and folders → the inbox, a new snapshot, and that snapshot serving.

    Nothing is built when there is no new file and the serving build was made of the same.
    Raises BrokenFileError, BrokenFactError, EmptyFolderError, NoFilesError or AnotherBuildError;
    the build that served before then still does, and nothing was received.
    """
    steps = Steps(BUILD_STEPS + 2)
    with only_build(data):
        gathered = _gather(data, paths, steps)
        build = gathered.build
        if not gathered.new and _is_serving(data, build):
            serving = serving_build(data)
            return _outcome(snapshot_path(data, serving), gathered, is_new=False)
        growing = building_path(data, build.build_id)
        build_warehouse(growing, gathered.shelf.files, build, steps)
        with steps.step("publish", len(gathered.new)) as advance:
            finish(data, build.build_id)
            finished = snapshot_path(data, build.build_id)
            write_rejects(finished, rejects_path(data, build.build_id))
            receive(data.inbox, gathered.new, advance)
            publish(data, build.build_id, keep)
        return _outcome(finished, gathered)


def check(data: DataFolder, paths: Sequence[Path]) -> Outcome:
    """The same build as load's, thrown away when it has said how it went; receives nothing.

    Raises what load raises.
    """
    steps = Steps(BUILD_STEPS + 1)
    with only_build(data):
        gathered = _gather(data, paths, steps)
        growing = building_path(data, gathered.build.build_id)
        build_warehouse(growing, gathered.shelf.files, gathered.build, steps)
        return _outcome(growing, gathered)


def _gather(data: DataFolder, paths: Sequence[Path], steps: Steps) -> Gathered:
    """What lies on the shelf and what is to come, in the order of receipt, and their build."""
    now = datetime.now(UTC).replace(tzinfo=None)
    for path in paths:
        if not found_files([path]):
            raise EmptyFolderError(path)
    found = [path for path in found_files(paths) if not _is_on_the_shelf(data, path)]
    with steps.step("gather", len(found)) as advance:
        demo = demo_files(data.demo)
        kept, by_hand = inbox_files(data.inbox, now)
        there = {file.batch_id for file in (*kept, *by_hand)}
        arriving = {
            file.batch_id: file
            for file in _arriving(found, now, advance)
            if file.batch_id not in there
        }
        new = _in_order([*by_hand, *arriving.values()])
        shelf = choose_files(demo, [*kept, *new], holds_observed)
    if not shelf.files:
        raise NoFilesError
    build = Build.named(now, (now + THAI_TIME).date(), content_hash(shelf.files))
    return Gathered(build, shelf, tuple(new))


def _is_serving(data: DataFolder, build: Build) -> bool:
    """Is the warehouse that serves made of the same?"""
    try:
        serving = snapshot_path(data, serving_build(data))
    except NoWarehouseError:
        return False
    return bool(read_status(serving)["content_hash"] == build.content_hash)


def _is_on_the_shelf(data: DataFolder, path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in (data.demo, data.inbox))


def _arriving(paths: Sequence[Path], now: datetime, advance: Advance) -> Iterator[ReceivedFile]:
    """Files a person pointed at → what they are; raises BrokenFileError for one that is nothing."""
    for path, sha256 in zip(paths, sha256_sums(paths), strict=True):
        advance(path.name)
        source = recognise(path)
        batch_id = batch_id_of(source, path.name, sha256)
        yield ReceivedFile(batch_id, source, path, path.name, sha256, now)


def _in_order(files: Iterable[ReceivedFile]) -> list[ReceivedFile]:
    """Files received at one time → the same, each a microsecond after the one before it."""
    return [
        replace(file, received_at=file.received_at + timedelta(microseconds=position))
        for position, file in enumerate(files)
    ]


def _outcome(warehouse: Path, gathered: Gathered, *, is_new: bool = True) -> Outcome:
    return Outcome(
        read_status(warehouse),
        read_refusals(warehouse, REFUSALS_SHOWN),
        is_new,
        len(gathered.new),
        len(gathered.shelf.left_out),
    )
