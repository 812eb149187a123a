"""Facts of the order of work from files to a checked warehouse."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from etl import check
from etl.build import BUILD_STEPS, Build, build_warehouse
from etl.check import BrokenFactError
from etl.progress import Steps
from etl.shelf import demo_files
from etl.sources.broken_file import BrokenFileError
from tests.data_folders import loaded_small
from tests.received import received

BUILD = Build.named(datetime(2026, 1, 2, 3, 4, 5), date(2026, 1, 2), "0123456789abcdef" * 4)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small province, built."""
    path = tmp_path_factory.mktemp("build") / "small.duckdb"
    build_warehouse(path, demo_files(loaded_small() / "demo"), BUILD, Steps(BUILD_STEPS))
    return path


@pytest.fixture
def built(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        yield connection


def test_a_build_is_named_by_its_time_and_what_it_is_made_of() -> None:
    assert BUILD.build_id == "20260102T030405-01234567"


def test_the_build_says_what_it_is(built: duckdb.DuckDBPyConnection) -> None:
    columns = "build_id, built_at, as_of_date, is_synthetic, content_hash"
    assert built.execute(f"select {columns} from build_info").fetchall() == [
        (BUILD.build_id, BUILD.built_at, date(2020, 9, 30), True, BUILD.content_hash)
    ]


def test_every_file_is_a_batch_and_its_rows_are_in_its_raw_table(
    built: duckdb.DuckDBPyConnection,
) -> None:
    batches = built.execute(
        "select source, batch_id, rows_read, rows_loaded, rows_rejected from batch"
    ).fetchall()
    assert len(batches) == 15
    for source, batch_id, rows_read, rows_loaded, rows_rejected in batches:
        found = built.execute(
            f"select count(*) from raw_{source} where batch_id = ?", [batch_id]
        ).fetchone()
        assert found == (rows_loaded,)
        assert rows_read == rows_loaded + rows_rejected > 0


def test_a_generated_file_is_a_synthetic_batch(built: duckdb.DuckDBPyConnection) -> None:
    assert built.execute("select distinct data_origin from batch").fetchall() == [("synthetic",)]


def test_an_empty_shelf_s_sources_have_empty_tables(built: duckdb.DuckDBPyConnection) -> None:
    assert built.execute("select count(*) from raw_tpmap_common").fetchall() == [(0,)]


def test_nothing_may_be_built_on_a_broken_fact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planted.sql").write_text("-- fact: nobody lives here\nfrom household", "utf-8")
    monkeypatch.setattr(check, "CHECKS", tmp_path)
    files = demo_files(loaded_small() / "demo")
    with pytest.raises(BrokenFactError, match="nobody lives here"):
        build_warehouse(tmp_path / "small.duckdb", files, BUILD, Steps(BUILD_STEPS))


def test_nothing_may_be_built_on_a_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "needs.csv"
    path.write_text("a,b\n1,2\n")
    files = [received("needs", path.name, path=path)]
    with pytest.raises(BrokenFileError):
        build_warehouse(tmp_path / "small.duckdb", files, BUILD, Steps(BUILD_STEPS))


def test_every_step_is_told_with_its_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = demo_files(loaded_small() / "demo")
    build_warehouse(tmp_path / "small.duckdb", files, BUILD, Steps(BUILD_STEPS))
    out, progress = capsys.readouterr()
    assert out == ""
    first, last = f"[1/{BUILD_STEPS}]", f"[{BUILD_STEPS}/{BUILD_STEPS}]"
    assert f"{first} อ่านไฟล์ / reading files (15)\n{first} read: " in progress
    assert f"{last} checks: " in progress
