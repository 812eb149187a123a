"""Raw tables as the product makes them, filled by hand or from files by its own reader."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.contract import contracts
from etl.sources.received_file import ReceivedFile
from etl.sources.records import create_raw_tables, read_records
from etl.sources.tpmap_open import read_tpmap_open

ETL = Path(__file__).resolve().parent.parent / "etl"
BATCH = (ETL / "batch.sql").read_text("utf-8")
RECEIVED_AT = datetime(2020, 10, 1)


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes batch and every raw table, empty."""
    connection.execute(BATCH)
    create_raw_tables(connection)
    read_tpmap_open(connection, [])


def add_batch(connection: duckdb.DuckDBPyConnection, source: str, batch_id: str, day: str) -> None:
    """One loaded file of a source."""
    connection.execute(
        """
        insert into batch (
            batch_id, source, file_name, rows_read, rows_loaded, rows_rejected, loaded_at
        )
        values (?, ?, ?, 0, 0, 0, ?)
        """,
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


def read_sources(connection: duckdb.DuckDBPyConnection, directory: Path, today: date) -> None:
    """A directory that holds <source>/<source>.csv of every contract → batch and raw tables."""
    files = [
        ReceivedFile(
            batch_id=source,
            source=source,
            path=directory / source / f"{source}.csv",
            file_name=f"{source}.csv",
            sha256="",
            received_at=RECEIVED_AT,
        )
        for source in contracts()
    ]
    for file in files:
        add_batch(connection, file.source, file.batch_id, RECEIVED_AT.isoformat())
    for tally in read_records(connection, files, today):
        assert tally.rows_read == tally.rows_loaded, tally
        connection.execute(
            "update batch set rows_read = $rows, rows_loaded = $rows where batch_id = $batch_id",
            {"rows": tally.rows_loaded, "batch_id": tally.batch_id},
        )
