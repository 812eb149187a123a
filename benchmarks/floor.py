"""The least that loading costs: DuckDB alone, python -m benchmarks.floor DEMO DATABASE.

The same CSV files become typed tables of a database file, and the counts of each district and
dimension are taken; nothing is checked, refused, traced, rolled up or published.
"""

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

from etl.contract import contracts
from etl.sources.tpmap_layout import LEVELS, PROVINCE, published_columns

COUNTS = Path(__file__).with_name("floor.sql")


def load_floor(demo: Path, database: Path) -> None:
    """Generated files, <demo>/<source>/*.csv → one typed table a source, and district_dimension.

    Raises duckdb.Error when a value is not of its column's type or the database exists already.
    """
    with duckdb.connect(str(database)) as connection:
        connection.execute("set preserve_insertion_order = false")
        for source, contract in contracts().items():
            path = demo / source / f"{source}.csv"
            types = {column.name: column.sql_type for column in contract.columns}
            months = {column.name for column in contract.columns if column.type == "month"}
            _read(connection, source, [path], types | dict.fromkeys(months, "varchar"))
        for level in LEVELS:
            codes = {level.key: "varchar", PROVINCE: "varchar"}
            for is_common in (True, False):
                content = "common" if is_common else "[01]*"
                files = (demo / "tpmap_open").glob(f"*_{level.published_name}_{content}.csv")
                names = published_columns(level, is_common)
                types = dict.fromkeys(names, "double") | codes
                _read(connection, f"{level.name}_{is_common}", sorted(files), types)
        connection.execute(COUNTS.read_text("utf-8"))


def _read(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    files: Iterable[Path],
    types: Mapping[str, str],
) -> None:
    paths = [str(path) for path in files]
    with open(paths[0], encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    columns = {name: types[name] for name in names}
    source = f"read_csv($paths, header = true, columns = {columns})"
    connection.execute(f"create table {table} as select * from {source}", {"paths": paths})


if __name__ == "__main__":
    load_floor(Path(sys.argv[1]), Path(sys.argv[2]))
