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

Row = dict[str, Any]


class NoWarehouseError(Exception):
    """There is no published warehouse to read."""


class LostWarehouseError(NoWarehouseError):
    """A warehouse was published, but its file or the pointer to it is damaged or gone."""


class Part(NamedTuple):
    """A part of a query's rows: the order, how many come before it, how many it has at most.

    order names columns, a minus before the name of one turns it round, and blanks come last either
    way; the last one must tell all rows apart. rows_at_all, where it is known, makes the parts near
    the end as cheap as those near the start.
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
    rest = asked.rows_at_all - asked.rows_before
    # Sorting keeps every row up to the part in mind, so the last parts are read from the end.
    is_turned = 0 < rest < asked.rows_before
    size = min(asked.rows_at_most, rest) if is_turned else asked.rows_at_most
    # The text of an order is made here alone: sorting by a parameter costs half as much again.
    order = ", ".join(_sorted_by(column, is_turned) for column in asked.order)
    found = _answer(
        build_id,
        f"from (\n{_statement(query)}\n) order by {order} limit $part_size offset $part_start",
        {
            **parameters,
            "part_size": size,
            "part_start": rest - size if is_turned else asked.rows_before,
        },
    )
    return found[::-1] if is_turned else found


def _sorted_by(column: str, is_turned: bool) -> str:
    if not COLUMN.fullmatch(column):
        raise ValueError(f"{column!r} is not a column to sort by")
    is_descending = column.startswith("-") != is_turned
    blanks = "first" if is_turned else "last"
    return f"{column.removeprefix('-')} {'desc' if is_descending else 'asc'} nulls {blanks}"
