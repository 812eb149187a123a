"""Opens the file of a snapshot, and tells a damaged one and one of another version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

EVERY_TABLE = "select table_name from duckdb_tables() where not internal order by table_name"
EVERY_COLUMN = """
select table_name || '.' || column_name from duckdb_columns() where not internal order by 1
"""


class DamagedSnapshotError(Exception):
    """A snapshot that cannot be read: its bytes are not those that were written, or it is gone."""

    def __init__(self, build_id: str) -> None:
        super().__init__(build_id)
        self.build_id = build_id


class OtherVersionError(Exception):
    """A snapshot that another version of the product made holds other tables: its build."""

    def __init__(self, build_id: str) -> None:
        super().__init__(build_id)
        self.build_id = build_id


@contextmanager
def opened_snapshot(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse file → a connection that only reads it.

    Raises DamagedSnapshotError, and OtherVersionError where a table or column is not there.
    """
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            yield connection
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise OtherVersionError(path.stem) from error
    except duckdb.IOException as error:
        raise DamagedSnapshotError(path.stem) from error


def check_snapshot(path: Path) -> None:
    """A warehouse file → nothing, when all of it can be read; raises DamagedSnapshotError."""
    with opened_snapshot(path) as connection:
        for (table,) in connection.execute(EVERY_TABLE).fetchall():
            # DuckDB compares the checksum of each block that it reads.
            connection.execute(f'select max(hash(columns(*))) from "{table}"').fetchall()


def check_layout(path: Path, model: Path) -> None:
    """Two warehouse files → nothing, when the first has every table and column of the second.

    Raises OtherVersionError or DamagedSnapshotError.
    """
    if _columns(model) - _columns(path):
        raise OtherVersionError(path.stem)


def _columns(path: Path) -> set[str]:
    with opened_snapshot(path) as connection:
        return {column for (column,) in connection.execute(EVERY_COLUMN).fetchall()}
