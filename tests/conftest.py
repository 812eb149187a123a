"""One sample warehouse for a whole run of tests, and a guard around the real one."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import settings

from etl.claims import build_claims
from etl.core_order import build_core
from etl.demo.generate import write_demo
from etl.demo.tpmap_files import write_tpmap_files
from etl.mart import build_mart
from etl.marts.order import build_marts
from etl.sources.tpmap_open import read_tpmap_open
from tests.raw_tables import add_batch, create_tables, read_sources

ROOT = Path(__file__).resolve().parent.parent
REAL_WAREHOUSE = ROOT / "data" / "warehouse"
DATA_VARIABLE = "KHON_KAEN_DATA"
TOUCHING = {"open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.mkdir"}
BUILD_INFO = """
create table build_info as
select $build_id as build_id, timestamp '2020-10-01 00:00:00' as built_at,
    last_day(max(month)) as as_of_date, true as is_synthetic, '5a3b1e00' as content_hash,
    5 as smallest_denominator
from calendar
"""
SAMPLE_TODAY = date(2026, 1, 1)
SAMPLE_DATA = Path(tempfile.mkdtemp(prefix="khon-kaen-tests-"))

# A machine that is busy with something else is not a fault of what is tested.
settings.register_profile("without_clock", deadline=None)
settings.load_profile("without_clock")


class RealWarehouseTouchedError(AssertionError):
    """A test reached for the warehouse that people use."""


def refuse_real_warehouse(path: object) -> None:
    """Raises RealWarehouseTouchedError when a path lies in the repository's own warehouse."""
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if isinstance(path, str | Path) and REAL_WAREHOUSE in [
        (whole := Path(os.path.abspath(path))),
        *whole.parents,
    ]:
        raise RealWarehouseTouchedError(f"{path} is the real warehouse; use the sample fixture")


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Python's own report of each file that is touched."""
    if event in TOUCHING and arguments:
        refuse_real_warehouse(arguments[0])


def pytest_configure() -> None:
    # Before any module of the product is read, so that none can learn of the real directory.
    os.environ[DATA_VARIABLE] = str(SAMPLE_DATA)
    sys.addaudithook(watch)


def pytest_unconfigure() -> None:
    shutil.rmtree(SAMPLE_DATA, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def real_warehouse_is_closed() -> Iterator[None]:
    """DuckDB opens files without telling Python, so it is asked before."""
    open_file = duckdb.connect

    def connect(database: Any = ":memory:", *rest: Any, **named: Any) -> Any:
        refuse_real_warehouse(database)
        return open_file(database, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duckdb, "connect", connect)
        yield


@pytest.fixture(scope="session")
def sample_sources() -> Path:
    """The synthetic province-year and TPMAP's 96 files, <source>/<source>.csv and tpmap_open/."""
    directory = SAMPLE_DATA / "demo"
    write_demo(directory)
    write_tpmap_files(directory / "tpmap_open")
    return directory


@pytest.fixture(scope="session")
def sample_warehouse(sample_sources: Path) -> Path:
    """The warehouse built from them; the product finds it as its own."""
    path = sample_sources.parent / "warehouse" / "20201001T000000-5a3b1e00.duckdb"
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(path)) as connection:
        create_tables(connection)
        read_sources(connection, sample_sources, SAMPLE_TODAY)
        files = sorted((sample_sources / "tpmap_open").glob("*.csv"))
        for file in files:
            add_batch(connection, "tpmap_open", file.name, "2020-10-01")
        read_rows = read_tpmap_open(connection, [(file.name, file) for file in files])
        connection.executemany(
            "update batch set rows_read = $2, rows_loaded = $2 where batch_id = $1",
            list(read_rows.items()),
        )
        build_core(connection, SAMPLE_TODAY)
        build_mart(connection)
        build_marts(connection)
        build_claims(connection)
        connection.execute(BUILD_INFO, {"build_id": path.stem})
    pointer = {"build_id": path.stem, "file": path.name}
    (path.parent / "current.json").write_text(json.dumps(pointer), "utf-8")
    return path


@pytest.fixture
def sample(sample_warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that reads the sample warehouse."""
    with duckdb.connect(str(sample_warehouse), read_only=True) as connection:
        yield connection
