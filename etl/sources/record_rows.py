"""Brings the rows of one record file into its raw table, as values with a type."""

from datetime import date

import duckdb

from etl.sources.plain_lines import count_plain_lines
from etl.sources.record_columns import insert_rows
from etl.sources.record_refusal import broken_file
from etl.sources.record_text import RecordFile, found_rows


def load_rows(connection: duckdb.DuckDBPyConnection, file: RecordFile, today: date) -> bool:
    """A file → all its rows in raw_<source>; did DuckDB itself read it?

    Raises BrokenFileError when the file cannot be read to its end or has no row.
    """
    batch_id = file.received.batch_id
    table = f"raw_{file.contract.source}"
    is_plain = file.sheet.delimiter is not None and _load_plain(connection, file, table, today)
    if not is_plain:
        connection.execute(f"delete from {table} where batch_id = ?", [batch_id])
        _insert(connection, file, False, today)
    connection.execute(f"delete from {table} where conversions = -1 and batch_id = ?", [batch_id])
    if not count_rows(connection, table, batch_id):
        raise broken_file(file.received.file_name, "no_rows")
    return is_plain


def count_rows(connection: duckdb.DuckDBPyConnection, table: str, batch_id: str) -> int:
    """A table and a batch → its rows in the table."""
    answer = connection.execute(
        f"select count(*) from {table} where batch_id = ?", [batch_id]
    ).fetchone()
    assert answer is not None
    return int(answer[0])


def _load_plain(
    connection: duckdb.DuckDBPyConnection, file: RecordFile, table: str, today: date
) -> bool:
    """Reads a file as strict UTF-8 CSV; false, and to be undone, when it is not or skips lines."""
    lines = count_plain_lines(file.received.path)
    # DuckDB takes a name in UTF-8 alone.
    if lines is None or not str(file.received.path).isprintable():
        return False
    try:
        _insert(connection, file, True, today)
    except duckdb.InvalidInputException:
        return False
    # DuckDB skips empty lines, which have a number in a spreadsheet.
    batch_id = file.received.batch_id
    if count_rows(connection, table, batch_id) + 1 != lines:
        return False
    # Read on all cores, a row has no number, but the table keeps the order of the file.
    connection.execute(
        f"""
        update {table}
        set row_number = rowid - (select min(rowid) from {table} where batch_id = $batch_id) + 2
        where batch_id = $batch_id
        """,
        {"batch_id": batch_id},
    )
    return True


def _insert(
    connection: duckdb.DuckDBPyConnection, file: RecordFile, is_plain: bool, today: date
) -> None:
    with found_rows(connection, file, is_plain, in_order=False) as (found, place):
        connection.execute(
            insert_rows(file.contract, found),
            {**place, "batch_id": file.received.batch_id, "today": today},
        )
