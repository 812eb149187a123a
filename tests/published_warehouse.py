"""Small warehouses of a test's own, published as the product finds them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.marts.order import build_marts
from tests.small_province import SmallProvince

BUILD_INFO = Path(__file__).resolve().parent.parent / "etl" / "build_info.sql"


def point_to(data: Path, pointer: Any) -> None:
    """A data folder and what its pointer shall hold → the pointer, replaced as a build does it."""
    folder = data / "warehouse"
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / "current.json.new"
    beside.write_text(pointer if isinstance(pointer, str) else json.dumps(pointer), "utf-8")
    beside.replace(folder / "current.json")


def publish(data: Path, province: SmallProvince, build_id: str) -> None:
    """A small province → the build that serves in a data folder."""
    province.build()
    build_marts(province.connection)
    values = {
        "build_id": build_id,
        "built_at": datetime(2020, 10, 1),
        "content_hash": "00000000",
        "smallest_denominator": 5,
    }
    province.connection.execute(BUILD_INFO.read_text("utf-8"), values)
    publish_tables(data, province.connection, build_id)


def publish_tables(data: Path, tables: duckdb.DuckDBPyConnection, build_id: str) -> None:
    """The tables of a connection → the build that serves in a data folder."""
    path = data / "warehouse" / f"{build_id}.duckdb"
    path.parent.mkdir(parents=True, exist_ok=True)
    # A file of the same name is another file, as when someone puts one in its place.
    path.unlink(missing_ok=True)
    tables.execute(f"attach '{path}' as published")
    tables.execute("copy from database memory to published")
    tables.execute("detach published")
    point_to(data, {"build_id": build_id, "file": path.name})
