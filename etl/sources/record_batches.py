"""The files of a reading, and the rows that count where a record came in several of them."""

from collections.abc import Sequence

import duckdb

from etl.contract import Contract
from etl.sources.received_file import ReceivedFile

CREATE_BATCH = """
create or replace temp table record_batch (
    batch_id varchar, file_name varchar, received_at timestamp
)
"""


def create_batches(connection: duckdb.DuckDBPyConnection, files: Sequence[ReceivedFile]) -> None:
    """Makes the temp table record_batch: each file's name and when it was received."""
    connection.execute(CREATE_BATCH)
    for file in files:
        connection.execute(
            "insert into record_batch values (?, ?, ?)",
            [file.batch_id, file.file_name, file.received_at],
        )


def create_latest(connection: duckdb.DuckDBPyConnection, contract: Contract, files: int) -> None:
    """Makes the temp view latest_<source>: of rows with one key, that of the last file received."""
    table = f"raw_{contract.source}"
    later_wins = f"""
        select raw.*
        from {table} as raw
        join record_batch as batch using (batch_id)
        qualify row_number() over (
            partition by {", ".join(contract.key)} order by batch.received_at desc, batch_id desc
        ) = 1
    """
    rows = later_wins if files > 1 else f"select * from {table}"
    connection.execute(f"create or replace temp view latest_{contract.source} as {rows}")
