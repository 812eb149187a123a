"""What a build is to be made of: the shelf, and the files that a person points at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from etl.build import Build
from etl.clock import now_after
from etl.content_hash import content_hash
from etl.data_folder import DataFolder
from etl.decisions import Decision, read_decisions, taken_back
from etl.file_name import plain_name
from etl.found_files import found_files, sha256_sums
from etl.inbox import inbox_files
from etl.mappings import ColumnMapping, read_mappings
from etl.progress import Advance, Steps
from etl.shelf import Shelf, choose_files, demo_files
from etl.source_name import batch_id_of
from etl.sources.received_file import ReceivedFile
from etl.sources.recognise import check_sheets, fitting_mapping, recognise_all
from etl.sources.record_origin import holds_observed

THAI_TIME = timedelta(hours=7)


class NoFilesError(Exception):
    """There is nothing to build from."""


class EmptyFolderError(Exception):
    """A folder that a person pointed at holds no data file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class UnknownBatchError(Exception):
    """A decision about a file that was never received."""


class TakenBackError(Exception):
    """A file that arrives again was taken back before, by this decision."""

    def __init__(self, file_name: str, decision: Decision) -> None:
        super().__init__(file_name)
        self.file_name = file_name
        self.decision = decision


@dataclass(frozen=True)
class Gathered:
    """A build, what it is made of, and the files of it that have no line in the ledger yet."""

    build: Build
    shelf: Shelf
    new: tuple[ReceivedFile, ...]


def gather(
    data: DataFolder, paths: Sequence[Path], steps: Steps, decision: Decision | None = None
) -> Gathered:
    """Files and folders → them and what lies on the shelf, in the order of receipt, as a build.

    Files that were taken back are left out, as if the decision had been carried out already.
    Raises BrokenFileError, EmptyFolderError, MappingError,
    NoFilesError, TakenBackError or UnknownBatchError.
    """
    now = now_after(data)
    back = taken_back([*read_decisions(data.inbox), *([decision] if decision else [])])
    for path in paths:
        if not found_files([path]):
            raise EmptyFolderError(path)
    found = [path for path in found_files(paths) if not _is_on_the_shelf(data, path)]
    with steps.step("gather", len(found)) as advance:
        demo = demo_files(data.demo)
        mappings = read_mappings(data.mappings)
        kept, by_hand = inbox_files(data.inbox, now, mappings)
        there = {file.batch_id for file in (*kept, *by_hand)}
        arriving = {file.batch_id: file for file in _arriving(found, now, mappings, advance)}
        for batch_id in arriving.keys() & back.keys():
            raise TakenBackError(arriving[batch_id].file_name, back[batch_id])
        for file in by_hand:
            check_sheets(file, mappings)
        received = [file for batch_id, file in arriving.items() if batch_id not in there]
        new = [
            replace(file, mapping=fitting_mapping(file, mappings))
            for file in _in_order([*by_hand, *received])
        ]
        known = {file.batch_id for file in (*demo, *kept, *new)}
        if decision is not None and decision.batch_id not in known:
            raise UnknownBatchError(decision.batch_id)
        counting = [file for file in (*kept, *new) if file.batch_id not in back]
        generated = [file for file in demo if file.batch_id not in back]
        shelf = choose_files(generated, counting, holds_observed)
    if not shelf.files:
        raise NoFilesError
    build = Build.named(now, (now + THAI_TIME).date(), content_hash(shelf.files))
    return Gathered(build, shelf, tuple(new))


def _is_on_the_shelf(data: DataFolder, path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in (data.demo, data.inbox))


def _arriving(
    paths: Sequence[Path], now: datetime, mappings: Sequence[ColumnMapping], advance: Advance
) -> Iterator[ReceivedFile]:
    """Files a person pointed at → what they are; raises BrokenFileError for one that is nothing."""
    for path, sha256 in zip(paths, sha256_sums(paths), strict=True):
        name = plain_name(path.name)
        advance(name)
        for source in recognise_all(path, mappings):
            batch_id = batch_id_of(source, name, sha256)
            yield ReceivedFile(batch_id, source, path, name, sha256, now)


def _in_order(files: Iterable[ReceivedFile]) -> list[ReceivedFile]:
    """Files received at one time → the same, each a microsecond after the one before it."""
    return [
        replace(file, received_at=file.received_at + timedelta(microseconds=position))
        for position, file in enumerate(files)
    ]
