"""The two commands that build: load publishes what it built, check only says how it went."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import duckdb

from etl.build import BUILD_STEPS, Build, build_warehouse
from etl.changes.read_changes import OtherLayoutError, read_changes
from etl.data_folder import DataFolder
from etl.decisions import Decision, add_decision
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
    whole_or_gone,
)
from etl.refused_workbook import write_refused_workbooks
from etl.rejects import write_rejects
from etl.review import require_reviews
from etl.snapshot import DamagedSnapshotError
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
    changes: Row | None = None
    refused_workbooks: tuple[str, ...] = ()


def outcome_document(outcome: Outcome) -> Row:
    """What load or check did → the same as one JSON document."""
    return asdict(outcome)


def load(
    data: DataFolder,
    paths: Sequence[Path],
    keep: int = SNAPSHOTS_KEPT,
    decision: Decision | None = None,
    *,
    as_json: bool = False,
) -> Outcome:
    """Files, folders and a decision → the inbox, a new snapshot, and that snapshot serving.

    Nothing is built when there is no new file and the serving build was made of the same.
    Raises what gather raises, BrokenFactError or AnotherBuildError; the build that served before
    then still does, and nothing was received or decided.
    """
    steps = Steps(BUILD_STEPS + 2, as_json=as_json)
    with only_build(data):
        gathered = gather(data, paths, steps, decision)
        is_new = bool(gathered.new or decision) or not _is_serving(data, gathered.build)
        if is_new:
            _build_and_publish(data, gathered, keep, decision, steps)
        build_id = serving_build(data)
        rejects = rejects_path(data, build_id)
        return _outcome(snapshot_path(data, build_id), rejects, gathered, is_new=is_new)


def check(
    data: DataFolder,
    paths: Sequence[Path],
    decision: Decision | None = None,
    rejects: Path | None = None,
    refused: Path | None = None,
    *,
    as_json: bool = False,
) -> Outcome:
    """The same build as load's, thrown away when it has said how it went; receives nothing.

    Its changes are those from the build that serves, none where that cannot be compared. Every
    refused row is written to the file rejects, and as workbooks to the folder refused, where they
    are named. Raises what load raises, and OverdueReviewError before anything is built.
    """
    steps = Steps(BUILD_STEPS + 2, as_json=as_json)
    with only_build(data):
        gathered = gather(data, paths, steps, decision)
        require_reviews(read_declarations(), gathered.build.today)
        growing = building_path(data, gathered.build.build_id)
        build_warehouse(growing, gathered.shelf.files, gathered.build, steps)
        if rejects is not None:
            write_rejects(growing, rejects)
        workbooks = write_refused_workbooks(growing, gathered.new, refused) if refused else []
        outcome = _outcome(growing, rejects, gathered, is_new=True)
        with steps.step("changes", 1) as advance:
            advance("")
            return replace(
                outcome,
                changes=_changes(data, growing),
                refused_workbooks=tuple(map(str, workbooks)),
            )


def _changes(data: DataFolder, growing: Path) -> Row | None:
    try:
        return read_changes(snapshot_path(data, serving_build(data)), growing)
    except (NoWarehouseError, OtherLayoutError, DamagedSnapshotError, duckdb.Error):
        return None


def _build_and_publish(
    data: DataFolder, gathered: Gathered, keep: int, decision: Decision | None, steps: Steps
) -> None:
    build_id = gathered.build.build_id
    build_warehouse(building_path(data, build_id), gathered.shelf.files, gathered.build, steps)
    with steps.step("publish", len(gathered.new)) as advance, whole_or_gone(data, build_id):
        finish(data, build_id)
        write_rejects(snapshot_path(data, build_id), rejects_path(data, build_id))
        receive(data.inbox, gathered.new, advance)
        if decision is not None:
            add_decision(data.inbox, decision)
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
