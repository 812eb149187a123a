"""Facts of the order of the core tables."""

from pathlib import Path

import duckdb

from etl.core_order import CORE, CORE_ORDER
from etl.official_names import official_names


def test_every_core_file_has_its_place_and_none_is_missing() -> None:
    assert sorted(CORE_ORDER) == sorted(path.stem for path in CORE.glob("*.sql"))
    assert len(set(CORE_ORDER)) == len(CORE_ORDER)


def test_every_core_file_creates_what_its_name_says() -> None:
    for path in CORE.glob("*.sql"):
        sql = path.read_text("utf-8")
        assert sql.count("create table") + sql.count("create view") == 1, path.name
        assert f" {path.stem} " in sql.replace("\n", " "), path.name


def test_nothing_of_the_building_is_left_behind(sample: duckdb.DuckDBPyConnection) -> None:
    tables = {
        name for (name,) in sample.execute("select table_name from duckdb_tables()").fetchall()
    }
    views = sample.execute("select view_name from duckdb_views() where not internal").fetchall()
    found = tables | {name for (name,) in views}
    assert not found & {"official_name", "declared", "indicator_fact", "indicator_rows"}
    assert found >= set(CORE_ORDER)


def test_another_connection_reads_the_records_of_an_attached_warehouse(
    sample_warehouse: Path,
) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sample_warehouse}' as warehouse (read_only)")
        assert connection.execute("select count(*) from warehouse.help").fetchall() == [(4324,)]


def test_names_cover_the_country() -> None:
    names = official_names().to_pylist()
    assert sum(row["level"] == "province" for row in names) == 77
    assert {row["parent_code"] for row in names if row["area_code"] == "4029"} == {"40"}
