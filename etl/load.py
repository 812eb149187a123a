"""The two commands that build: load publishes what it built, check only says how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.build import BUILD_STEPS, Build, build_warehouse
from etl.data_folder import DataFolder
from etl.declaration import read_declarations
from etl.gather import Gathered, gather
from etl.inbox import receive
from etl.progress import Steps
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
from etl.review import require_reviews
from etl.status import Row, read_content_hash, read_refusals, read_status

REFUSALS_SHOWN = 5


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
        gathered = gather(data, paths, steps)
        is_new = bool(gathered.new) or not _is_serving(data, gathered.build)
        if is_new:
            _build_and_publish(data, gathered, keep, steps)
        build_id = serving_build(data)
        rejects = rejects_path(data, build_id)
        return _outcome(snapshot_path(data, build_id), rejects, gathered, is_new=is_new)


def check(data: DataFolder, paths: Sequence[Path]) -> Outcome:
    """The same build as load's, thrown away when it has said how it went; receives nothing.

    Raises what load raises, and OverdueReviewError before anything is built.
    """
    steps = Steps(BUILD_STEPS + 1)
    with only_build(data):
        gathered = gather(data, paths, steps)
        require_reviews(read_declarations(), gathered.build.today)
        growing = building_path(data, gathered.build.build_id)
        build_warehouse(growing, gathered.shelf.files, gathered.build, steps)
        return _outcome(growing, None, gathered, is_new=True)


def _build_and_publish(data: DataFolder, gathered: Gathered, keep: int, steps: Steps) -> None:
    build_id = gathered.build.build_id
    build_warehouse(building_path(data, build_id), gathered.shelf.files, gathered.build, steps)
    with steps.step("publish", len(gathered.new)) as advance:
        finish(data, build_id)
        write_rejects(snapshot_path(data, build_id), rejects_path(data, build_id))
        receive(data.inbox, gathered.new, advance)
        publish(data, build_id, keep)


def _is_serving(data: DataFolder, build: Build) -> bool:
    """Is the warehouse that serves made of the same?"""
    try:
        serving = snapshot_path(data, serving_build(data))
    except NoWarehouseError:
        return False
    return read_content_hash(serving) == build.content_hash


def _outcome(warehouse: Path, rejects: Path | None, gathered: Gathered, *, is_new: bool) -> Outcome:
    return Outcome(
        read_status(warehouse, rejects),
        read_refusals(warehouse, REFUSALS_SHOWN),
        is_new,
        len(gathered.new),
        len(gathered.shelf.left_out),
    )
