"""The only opener of DuckDB on the screen's side."""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
QUERIES = Path(__file__).resolve().parent / "queries"
BUILDS_KEPT_OPEN = 3
COLUMN = re.compile(r"-?[a-z][a-z0-9_]*")
# Counting reads a list twice, which pays only where sorting it takes seconds.
ROWS_OF_A_LONG_LIST, NUMBERS_TOGETHER = 2_000_000, 4096

Row = dict[str, Any]


class NoWarehouseError(Exception):
    """There is no published warehouse to read."""


class LostWarehouseError(NoWarehouseError):
    """A warehouse was published, but its file or the pointer to it is damaged or gone."""


class Part(NamedTuple):
    """A part of a query's rows: the order, how many come before it, how many it has at most.

    order names columns, a minus before the name of one turns it round, and blanks come last either
    way; the last one must tell all rows apart. rows_at_all, where it is known, makes any part of a
    long list as cheap as the first.
    """

    order: tuple[str, ...]
    rows_before: int
    rows_at_most: int
    rows_at_all: int = 0


def warehouse_directory() -> Path:
    """The folder that a build publishes into, by the environment if it names one."""
    return Path(os.environ.get("KHON_KAEN_DATA") or ROOT / "data") / "warehouse"


def serving_build() -> str:
    """The id of the build that serves now; raises NoWarehouseError when none was published.

    Raises LostWarehouseError when it is gone.
    """
    try:
        pointer = (warehouse_directory() / "current.json").read_text("utf-8")
        build_id = str(json.loads(pointer)["build_id"])
    except FileNotFoundError as error:
        raise NoWarehouseError from error
    except (ValueError, KeyError, TypeError) as error:
        raise LostWarehouseError from error
    if not _file_of(build_id).is_file():
        raise LostWarehouseError
    return build_id


def snapshots() -> list[str]:
    """The ids of all builds that are kept, the newest first."""
    return sorted((path.stem for path in warehouse_directory().glob("*.duckdb")), reverse=True)


def _file_of(build_id: str) -> Path:
    return warehouse_directory() / f"{build_id}.duckdb"


@st.cache_resource(max_entries=BUILDS_KEPT_OPEN, show_spinner=False)
def _connection(build_id: str, path: str) -> duckdb.DuckDBPyConnection:
    # A connection opened on the file itself would go on answering from a replaced file.
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    quoted = path.replace("'", "''")
    connection.execute(f"attach '{quoted}' as warehouse (read_only)")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


@lru_cache(maxsize=128)
def _statement(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text("utf-8")


def _answer(build_id: str, statement: str, parameters: dict[str, Any]) -> list[Row]:
    path = _file_of(build_id)
    if not path.is_file():
        raise LostWarehouseError
    try:
        # Threads that share a connection get each other's answers; a cursor is their own.
        with _connection(build_id, str(path)).cursor() as cursor:
            answer = cursor.execute(statement, parameters or None)
            names = [column[0] for column in answer.description]
            return [dict(zip(names, values, strict=True)) for values in answer.fetchall()]
    except duckdb.IOException as error:
        # DuckDB compares the checksum of each block that it reads.
        raise LostWarehouseError from error


def rows(build_id: str, query: str, /, **parameters: Any) -> list[Row]:
    """The rows of app/queries/<query>.sql in the named build, blank values as None.

    Raises LostWarehouseError when the build's file is damaged or gone.
    """
    return _answer(build_id, _statement(query), parameters)


def count(build_id: str, query: str, /, **parameters: Any) -> int:
    """The number of rows that app/queries/<query>.sql has; raises as rows does."""
    counted = f"select count(*) as rows_found from (\n{_statement(query)}\n)"
    return int(_answer(build_id, counted, parameters)[0]["rows_found"])


def part(build_id: str, query: str, asked: Part, /, **parameters: Any) -> list[Row]:
    """A part of the rows of app/queries/<query>.sql, which has no order of its own, in order.

    Raises ValueError for what cannot be a column, and as rows does.
    """
    near = Near(f"from (\n{_statement(query)}\n)", parameters, asked.rows_before)
    if asked.rows_at_all > ROWS_OF_A_LONG_LIST:
        near = _nearer(build_id, near, asked.order[0], asked.rows_at_most)
        if near.is_of_one_value and len(asked.order) == 2:
            near = _nearer(build_id, near, asked.order[1], asked.rows_at_most)
        return _sorted(build_id, near, asked.order, asked.rows_at_most)
    rest = asked.rows_at_all - asked.rows_before
    # Sorting keeps every row up to the part in mind, so the last parts are read from the end.
    is_turned = 0 < rest < asked.rows_before
    if not is_turned:
        return _sorted(build_id, near, asked.order, asked.rows_at_most)
    size = min(asked.rows_at_most, rest)
    from_end = near._replace(rows_before=rest - size)
    return _sorted(build_id, from_end, asked.order, size, is_turned=True)[::-1]


class Near(NamedTuple):
    """A source of rows that holds a part, its parameters, how many rows come before the part.

    Where all its rows are alike in the first column of the order, the second alone sorts them.
    """

    source: str
    parameters: dict[str, Any]
    rows_before: int
    is_of_one_value: bool = False


def _sorted(
    build_id: str, near: Near, order: tuple[str, ...], size: int, *, is_turned: bool = False
) -> list[Row]:
    # The text of an order is made here alone: sorting by a parameter costs half as much again.
    by = ", ".join(f"{_column(each)} {_way(each, is_turned=is_turned)}" for each in order)
    return _answer(
        build_id,
        f"{near.source} order by {by} limit $part_size offset $part_start",
        {**near.parameters, "part_size": size, "part_start": near.rows_before},
    )


def _nearer(build_id: str, near: Near, column: str, rows_at_most: int) -> Near:
    """Rows that hold a part → those of them whose values of a sorted column are the part's.

    Sorting keeps every row up to the part in mind; counting rows by value does not.
    """
    name = _column(column)
    # Numbers tell rows apart, so they are counted by the thousand.
    value = f"{name} // {NUMBERS_TOGETHER}" if name.endswith("_number") else name
    found = _answer(
        build_id,
        f"""
        with tally as (select {value} as value, count(*) as rows {near.source} group by all),
        running as (
            select value, rows, sum(rows) over (order by value {_way(column)}) as rows_until
            from tally
        )
        select value, cast(rows_until - rows as bigint) as rows_before
        from running
        where rows_until > $part_start and rows_until - rows < $part_end
        order by rows_until
        """,
        {
            **near.parameters,
            "part_start": near.rows_before,
            "part_end": near.rows_before + rows_at_most,
        },
    )
    if not found:
        return near
    known = [row["value"] for row in found if row["value"] is not None]
    is_blank = f"{name} is null" if len(known) < len(found) else "false"
    least, most = f"least_{name}", f"most_{name}"
    return Near(
        f"from ({near.source} where {value} between ${least} and ${most} or {is_blank})",
        {
            **near.parameters,
            least: min(known, default=None),
            most: max(known, default=None),
        },
        near.rows_before - found[0]["rows_before"],
        len(found) == 1,
    )


def _column(column: str) -> str:
    if not COLUMN.fullmatch(column):
        raise ValueError(f"{column!r} is not a column to sort by")
    return column.removeprefix("-")


def _way(column: str, *, is_turned: bool = False) -> str:
    is_descending = column.startswith("-") != is_turned
    return f"{'desc' if is_descending else 'asc'} nulls {'first' if is_turned else 'last'}"
