"""How a command ends that cannot go on: a sentence on stderr and an exit code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click
import duckdb

from etl.check import BrokenFactError
from etl.declaration import DeclarationError
from etl.demo.place import NotADemoError
from etl.gather import EmptyFolderError, NoFilesError
from etl.publish import AnotherBuildError, NoWarehouseError, UnknownBuildError
from etl.review import OverdueReviewError
from etl.sentences import both
from etl.sources.broken_file import BrokenFileError

FAILED, REFUSED = 1, 2
REASONS: dict[type[Exception], tuple[int, str]] = {
    AnotherBuildError: (FAILED, "another_build"),
    NoWarehouseError: (FAILED, "no_warehouse"),
    NoFilesError: (REFUSED, "no_files"),
    NotADemoError: (REFUSED, "not_a_demo"),
    UnknownBuildError: (REFUSED, "unknown_build"),
}


@contextmanager
def said(**fields: object) -> Iterator[None]:
    """Turns what stops a command into a sentence on stderr and an exit code."""
    try:
        yield
    except BrokenFileError as error:
        stop(REFUSED, "broken_file", **vars(error))
    except BrokenFactError as error:
        click.echo(error.shown_rows, err=True)
        stop(FAILED, "broken_fact", check=error.check, fact=error.fact)
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
        stop(FAILED, "failed", detail=str(error).partition("\n")[0])
    except DeclarationError as error:
        stop(FAILED, "broken_declaration", detail=error)
    except OverdueReviewError as error:
        stop(FAILED, "overdue_review", indicators=error)
    except EmptyFolderError as error:
        stop(REFUSED, "no_files_in", path=error.path)
    except tuple(REASONS) as error:
        code, name = REASONS[type(error)]
        stop(code, name, **fields)


def stop(code: int, name: str, **fields: object) -> NoReturn:
    """A sentence on stderr, then the end with this exit code."""
    click.echo(both(name, **fields), err=True)
    sys.exit(code)
