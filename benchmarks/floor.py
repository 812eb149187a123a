"""The least that loading costs: DuckDB alone, python -m benchmarks.floor DEMO DATABASE.

The same CSV files become typed tables of a database file, and the counts of each district and
dimension are taken; nothing is checked, refused, traced, rolled up or published.
"""

import csv
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from etl.contract import contracts
from etl.sources.tpmap_layout import LEVELS, PROVINCE, published_columns

COUNTS = Path(__file__).with_name("floor.sql")


def load_floor(demo: Path, database: Path) -> None:
    """Generated files, <demo>/<source>/*.csv → their typed tables, and district_dimension.

    Raises duckdb.Error when a value is not of its column's type or the database exists already.
    """
    with duckdb.connect(str(database)) as connection:
        # A floor that DuckDB itself could go below would flatter what is set beside it.
        connection.execute("set preserve_insertion_order = false")
        _read_records(connection, demo)
        _read_open_data(connection, demo / "tpmap_open")
        connection.execute(COUNTS.read_text("utf-8"))


def _read_records(connection: duckdb.DuckDBPyConnection, demo: Path) -> None:
    for source, contract in contracts().items():
        file = demo / source / f"{source}.csv"
        # A province may have no records of a kind; then the loader has none to read either.
        if not file.is_file():
            continue
        types = {
            # DuckDB has no type for a month without a day.
            column.name: "varchar" if column.type == "month" else column.sql_type
            for column in contract.columns
        }
        _create_table(connection, source, [file], types)


def _read_open_data(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    for level in LEVELS:
        for content, pattern in (("common", "common"), ("mask", "[01]*")):
            names = published_columns(level, content == "common")
            types = dict.fromkeys(names, "double") | {level.key: "varchar", PROVINCE: "varchar"}
            files = sorted(folder.glob(f"*_{level.published_name}_{pattern}.csv"))
            _create_table(connection, f"tpmap_{level.name}_{content}", files, types)


def _create_table(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    files: Sequence[Path],
    types: Mapping[str, str],
) -> None:
    with files[0].open(encoding="utf-8", newline="") as file:
        columns = {name: types[name] for name in next(csv.reader(file))}
    source = f"read_csv($files, header = true, columns = {columns})"
    connection.execute(
        f"create table {table} as select * from {source}", {"files": [str(file) for file in files]}
    )


if __name__ == "__main__":
    load_floor(Path(sys.argv[1]), Path(sys.argv[2]))
