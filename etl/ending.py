"""How a command ends that cannot go on: a sentence on stderr and an exit code."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click
import duckdb

from etl.changes.read_changes import OtherLayoutError
from etl.check import BrokenFactError
from etl.declaration import DeclarationError
from etl.demo.place import NotADemoError
from etl.gather import EmptyFolderError, NoFilesError, TakenBackError, UnknownBatchError
from etl.ledger import DamagedLedgerError
from etl.mappings import MappingError
from etl.publish import AnotherBuildError, LostWarehouseError, NoWarehouseError, UnknownBuildError
from etl.review import OverdueReviewError
from etl.sentences import LANGUAGES, both, sentence
from etl.snapshot import DamagedSnapshotError, OtherVersionError
from etl.sources.broken_file import BrokenFileError

FAILED, REFUSED = 1, 2
# DuckDB calls a checkpoint that finds no room on the disk fatal.
NO_ROOM = (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException)
REASONS: dict[type[Exception], tuple[int, str]] = {
    AnotherBuildError: (FAILED, "another_build"),
    NoWarehouseError: (FAILED, "no_warehouse"),
    LostWarehouseError: (FAILED, "lost_warehouse"),
    NoFilesError: (REFUSED, "no_files"),
    OtherLayoutError: (FAILED, "other_layout"),
    NotADemoError: (REFUSED, "not_a_demo"),
    UnknownBatchError: (REFUSED, "unknown_batch"),
    UnknownBuildError: (REFUSED, "unknown_build"),
}


@contextmanager
def said(as_json: bool = False, /, **fields: object) -> Iterator[None]:
    """Turns what stops a command into a sentence on stderr, or JSON on stdout, and a code."""
    try:
        yield
    except BrokenFileError as error:
        stop(REFUSED, "broken_file", as_json, **vars(error))
    except BrokenFactError as error:
        click.echo(error.shown_rows, err=True)
        stop(FAILED, "broken_fact", as_json, check=error.check, fact=error.fact)
    except (OSError, *NO_ROOM) as error:
        stop(FAILED, "failed", as_json, detail=str(error).partition("\n")[0])
    except DamagedSnapshotError as error:
        stop(FAILED, "damaged_snapshot", as_json, build_id=error.build_id)
    except OtherVersionError as error:
        stop(FAILED, "other_version", as_json, build_id=error.build_id)
    except DeclarationError as error:
        stop(FAILED, "broken_declaration", as_json, detail=error)
    except OverdueReviewError as error:
        stop(FAILED, "overdue_review", as_json, indicators=error)
    except EmptyFolderError as error:
        stop(REFUSED, "no_files_in", as_json, path=error.path)
    except DamagedLedgerError as error:
        stop(FAILED, "damaged_ledger", as_json, path=error.path)
    except MappingError as error:
        stop(REFUSED, error.reason, as_json, **error.fields)
    except TakenBackError as error:
        stop(REFUSED, "taken_back", as_json, file_name=error.file_name, **vars(error.decision))
    except tuple(REASONS) as error:
        code, name = REASONS[type(error)]
        stop(code, name, as_json, **fields)


def stop(code: int, name: str, as_json: bool = False, /, **fields: object) -> NoReturn:
    """A sentence on stderr, or its name and words as JSON on stdout, then the end."""
    if as_json:
        words = {f"message_{each}": sentence(each, name, **fields) for each in LANGUAGES}
        more = {"unmapped": fields["unmapped"]} if fields.get("unmapped") else {}
        document = {"stopped_by": name, **words, **more}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        click.echo(both(name, **fields), err=True)
    sys.exit(code)
