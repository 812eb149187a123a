"""The only opener of DuckDB on the screen's side."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
QUERIES = Path(__file__).resolve().parent / "queries"
BUILDS_KEPT_OPEN = 3

Row = dict[str, Any]


class NoWarehouseError(Exception):
    """There is no published warehouse to read."""


class LostWarehouseError(NoWarehouseError):
    """A warehouse was published, but its file or the pointer to it is damaged or gone."""


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
def statement_of(query: str) -> str:
    """The text of app/queries/<query>.sql."""
    return (QUERIES / f"{query}.sql").read_text("utf-8")


def answer(build_id: str, statement: str, parameters: dict[str, Any]) -> list[Row]:
    """The rows of a statement in the named build, blank values as None; raises as rows does."""
    path = _file_of(build_id)
    if not path.is_file():
        raise LostWarehouseError
    try:
        # Threads that share a connection get each other's answers; a cursor is their own.
        with _connection(build_id, str(path)).cursor() as cursor:
            found = cursor.execute(statement, parameters or None)
            names = [column[0] for column in found.description]
            return [dict(zip(names, values, strict=True)) for values in found.fetchall()]
    except duckdb.IOException as error:
        # DuckDB compares the checksum of each block that it reads.
        raise LostWarehouseError from error


def rows(build_id: str, query: str, /, **parameters: Any) -> list[Row]:
    """The rows of app/queries/<query>.sql in the named build, blank values as None.

    Raises LostWarehouseError when the build's file is damaged or gone.
    """
    return answer(build_id, statement_of(query), parameters)
