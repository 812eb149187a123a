"""Raw tables by contract, filled by hand or from a source file that needs no conversion."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from etl.contract import Contract, contracts
from etl.sources.tpmap_open import read_tpmap_open

BATCH = """
create table batch (
    batch_id varchar, source varchar, file_name varchar, sha256 varchar, sheet varchar,
    data_origin varchar, rows_read bigint, rows_loaded bigint, rows_rejected bigint,
    conversions bigint, loaded_at timestamp
)
"""


def create_raw_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes batch and an empty raw_<source> for every contract and for TPMAP."""
    connection.execute(BATCH)
    for source, contract in contracts().items():
        columns = ", ".join(f"{column.name} {column.sql_type}" for column in contract.columns)
        connection.execute(
            f"create table raw_{source} ({columns}, batch_id varchar, row_number bigint)"
        )
    read_tpmap_open(connection, [])


def add_batch(connection: duckdb.DuckDBPyConnection, source: str, batch_id: str, day: str) -> None:
    """One loaded file of a source."""
    connection.execute(
        "insert into batch (batch_id, source, file_name, loaded_at) values (?, ?, ?, ?)",
        [batch_id, source, f"{source}.csv", day],
    )


def add_row(
    connection: duckdb.DuckDBPyConnection, source: str, batch_id: str, row: Mapping[str, Any]
) -> None:
    """One record of a source; columns that are not given are blank."""
    names = ", ".join([*row, "batch_id", "row_number"])
    places = ", ".join("?" for _ in row)
    connection.execute(
        f"insert into raw_{source} ({names}) select {places}, ?, count(*) + 2 from raw_{source}",
        [*row.values(), batch_id],
    )


def read_source(connection: duckdb.DuckDBPyConnection, contract: Contract, path: Path) -> None:
    """A CSV file with ISO dates and the contract's own words → raw_<source>."""
    add_batch(connection, contract.source, contract.source, "2020-10-01")
    names = ", ".join(
        f"cast({column.name} || '-01' as date)" if column.type == "month" else column.name
        for column in contract.columns
    )
    connection.execute(
        f"""
        insert into raw_{contract.source}
        select {names}, $source, row_number() over () + 1
        from read_csv($path, header = true, all_varchar = true)
        """,
        {"source": contract.source, "path": str(path)},
    )
