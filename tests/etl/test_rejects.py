"""Facts of the file of refused rows."""

import csv
from pathlib import Path

import duckdb
import pytest

from etl.build import ETL
from etl.rejects import write_rejects
from etl.sources.records import create_raw_tables

HEADER = [
    *("batch_id", "file_name", "sheet", "row_number", "column_name"),
    *("header", "value", "rule", "message_th", "message_en"),
]


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """A warehouse that refused nothing yet."""
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute((ETL / "batch.sql").read_text("utf-8"))
        create_raw_tables(connection)
    return path


def refuse(warehouse: Path, value: str | None, row_number: int = 2) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(
            "insert into reject values "
            "('b', 'needs.csv', null, ?, 'need_id', 'รหัส', ?, 'type', 'ผิด', 'wrong')",
            [row_number, value],
        )


def written(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_nothing_refused_is_no_file(warehouse: Path, tmp_path: Path) -> None:
    assert write_rejects(warehouse, tmp_path / "rejects" / "b.csv") == 0
    assert not (tmp_path / "rejects").exists()


def test_excel_reads_it_as_utf_8(warehouse: Path, tmp_path: Path) -> None:
    refuse(warehouse, "ก")
    assert write_rejects(warehouse, tmp_path / "rejects" / "b.csv") == 1
    content = (tmp_path / "rejects" / "b.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert written(tmp_path / "rejects" / "b.csv") == [
        HEADER,
        ["b", "needs.csv", "", "2", "need_id", "รหัส", "ก", "type", "ผิด", "wrong"],
    ]


@pytest.mark.parametrize("value", ["=1+1", "+66", "-5", "@sum", "\t=1", "\r=1"])
def test_a_cell_that_would_run_as_a_formula_is_made_text(
    warehouse: Path, tmp_path: Path, value: str
) -> None:
    refuse(warehouse, value)
    write_rejects(warehouse, tmp_path / "b.csv")
    assert written(tmp_path / "b.csv")[1][6] == f"'{value}"


@pytest.mark.parametrize("value", ["5", "a=b", "2020-10-01", "'=1", ""])
def test_any_other_cell_is_as_it_stood(warehouse: Path, tmp_path: Path, value: str) -> None:
    refuse(warehouse, value)
    write_rejects(warehouse, tmp_path / "b.csv")
    assert written(tmp_path / "b.csv")[1][6] == value


def test_rows_come_in_the_order_of_the_file_however_many(warehouse: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(
            "insert into reject by name "
            "select 'b' as batch_id, n as row_number from range(25_001, 1, -1) as t(n)"
        )
    assert write_rejects(warehouse, tmp_path / "b.csv") == 25_000
    numbers = [int(row[3]) for row in written(tmp_path / "b.csv")[1:]]
    assert numbers == list(range(2, 25_002))
