"""What differs between two snapshots: records, figures and the standing of households."""

from pathlib import Path
from typing import Any

import duckdb

from etl.changes.record_changes import record_changes
from etl.contract import contracts
from etl.snapshot import DamagedSnapshotError
from etl.status import Row, rows_of

FOLDER = Path(__file__).resolve().parent
HOUSEHOLDS_LISTED = 5_000


class OtherLayoutError(Exception):
    """A snapshot that an older version of the product made holds other tables."""


def read_changes(earlier: Path, later: Path, most_households: int = HOUSEHOLDS_LISTED) -> Row:
    """Two warehouse files → what the later says otherwise than the earlier.

    sources: records new, changed, same and gone by source and district; figures: the last figures
    of the province and its districts that differ; moves: how many households by district, aspect
    and standing before and after; households: the first of those. Raises OtherLayoutError
    or DamagedSnapshotError.
    """
    with duckdb.connect() as connection:
        for name, path in (("earlier", earlier), ("later", later)):
            quoted = str(path).replace("'", "''")
            try:
                connection.execute(f"attach '{quoted}' as {name} (read_only)")
            except duckdb.IOException as error:
                raise DamagedSnapshotError(path.stem) from error
        try:
            return _changes(connection, most_households)
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise OtherLayoutError from error


def _changes(connection: duckdb.DuckDBPyConnection, most_households: int) -> Row:
    sources = [
        {"source": source, **row}
        for source, contract in contracts().items()
        for row in rows_of(connection.execute(record_changes(contract)))
    ]
    figures = rows_of(connection.execute(_sql("figures")))
    for name in ("earlier", "later"):
        connection.execute(f"use {name}")
        connection.execute(f"create temp table {name}_standing as {_sql('standing')}")
    connection.execute("use memory")
    connection.execute(f"create temp table household_change as {_sql('household_changes')}")
    moves = rows_of(connection.execute(_sql("moves")))
    households = rows_of(
        connection.execute(_sql("households"), {"most_households": most_households})
    )
    (changed,) = _one(connection, "select count(distinct household_id) from household_change")
    return {
        "earlier_build": _one(connection, "select build_id from earlier.build_info")[0],
        "later_build": _one(connection, "select build_id from later.build_info")[0],
        "is_synthetic": all(
            _one(connection, f"select is_synthetic from {name}.build_info")[0]
            for name in ("earlier", "later")
        ),
        "sources": sources,
        "figures": figures,
        "moves": moves,
        "households_changed": changed,
        "households": households,
    }


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...]:
    row = connection.execute(sql).fetchone()
    assert row is not None
    return row


def _sql(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text("utf-8")
