"""Reads the files of programme records into raw tables, and refuses what breaks a rule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from etl.contract import Contract, contracts
from etl.progress import silent
from etl.sources.received_file import ReceivedFile, contract_of
from etl.sources.record_areas import correct_codes, create_area_tables
from etl.sources.record_batches import create_batches, create_latest
from etl.sources.record_corrections import (
    apply_corrections,
    create_correction_tables,
    find_unfit_corrections,
    note_withdrawn,
)
from etl.sources.record_faults import create_fault_tables, find_faults, remove_faults
from etl.sources.record_file import fitting_sheet, read_sheets
from etl.sources.record_references import CORRECTIONS, dependency_order
from etl.sources.record_rejects import reject_rows
from etl.sources.record_rows import count_rows, load_rows
from etl.sources.record_text import RecordFile

CONVERSIONS = Path(__file__).resolve().with_name("conversions.sql")
CREATE_REJECT = """
create table reject (
    batch_id varchar, file_name varchar, sheet varchar, row_number bigint, column_name varchar,
    header varchar, value varchar, rule varchar, message_th varchar, message_en varchar
)
"""
CREATE_CORRECTION = """
create table correction (
    batch_id varchar, row_number bigint, column_name varchar, value_before varchar,
    value_after varchar, reason_th varchar, reason_en varchar, correction_id varchar
)
"""
COUNT_ROWS = """
select
    (select count(*) from {table} where batch_id = $batch_id),
    (select count(distinct row_number) from reject where batch_id = $batch_id),
    (select coalesce(sum(conversions), 0) from {table} where batch_id = $batch_id)
        + (select count(*) from correction where batch_id = $batch_id and column_name is not null)
"""


@dataclass(frozen=True)
class FileTally:
    """What became of a file: rows_read is rows_loaded and rows_rejected together.

    conversions counts the loaded values that stood in another form than the usual one. Rows set
    aside are totals and notes, which are no records; encoding is blank for a workbook.
    """

    batch_id: str
    sheet: str | None
    rows_read: int
    rows_loaded: int
    rows_rejected: int
    conversions: int
    encoding: str | None = None
    header_row: int = 1
    unused_headers: tuple[str, ...] = ()
    rows_set_aside: int = 0


def create_raw_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes empty tables: raw_<source> for every contract, reject and correction.

    A raw row is known by batch_id and row_number, as a spreadsheet shows it (the header is 1).
    """
    for source, contract in contracts().items():
        columns = ", ".join(f"{column.name} {column.sql_type}" for column in contract.columns)
        connection.execute(
            f"create table raw_{source} "
            f"({columns}, batch_id varchar, row_number bigint, conversions smallint)"
        )
    connection.execute(CREATE_REJECT)
    connection.execute(CREATE_CORRECTION)


@dataclass(frozen=True)
class LoadedFile:
    """A file whose rows are in its raw table, sound or not; did DuckDB itself read it?"""

    file: RecordFile
    is_plain: bool
    rows_read: int


def read_records(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[ReceivedFile],
    today: date,
    progress: Callable[[str], None] = silent,
) -> list[FileTally]:
    """Programme files → rows of raw_<source>, reject and correction, and a tally of each file.

    Raises as load_records does; progress is told each file's name.
    """
    return judge_records(connection, load_records(connection, files, today, progress), today)


def load_records(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[ReceivedFile],
    today: date,
    progress: Callable[[str], None] = silent,
) -> list[LoadedFile]:
    """Programme files → every row in raw_<source> as values with a type, sound or not.

    Progress is told each file's name. Needs the tables of create_raw_tables, outside a
    transaction. Raises BrokenFileError for the first file that cannot be used: the tables are
    then worth nothing.
    """
    # Row numbers are positions in the tables, so these must keep the order of the files.
    connection.execute("set preserve_insertion_order = true")
    connection.execute(CONVERSIONS.read_text("utf-8"))
    create_batches(connection, files)
    loaded = []
    for file in [open_record_file(file) for file in files]:
        progress(file.received.file_name)
        is_plain = load_rows(connection, file, today)
        rows = count_rows(connection, f"raw_{file.received.source}", file.received.batch_id)
        loaded.append(LoadedFile(file, is_plain, rows))
    return loaded


def judge_records(
    connection: duckdb.DuckDBPyConnection,
    loaded: Sequence[LoadedFile],
    today: date,
    progress: Callable[[str], None] = silent,
) -> list[FileTally]:
    """What load_records gave → corrected values, refused rows out of raw_<source>, and tallies.

    Records dated after today are refused. Progress is told the name of every source.
    """
    create_area_tables(connection)
    create_fault_tables(connection)
    create_correction_tables(connection)
    tallies = []
    for contract in dependency_order():
        progress(contract.source)
        of_source = [each for each in loaded if each.file.received.source == contract.source]
        tallies += _judge_source(connection, contract, of_source, today)
    return tallies


def open_record_file(file: ReceivedFile) -> RecordFile:
    """A file of programme records → it, its contract and its sheet. Raises BrokenFileError."""
    contract = contract_of(file)
    sheets = read_sheets(file.path, file.file_name, [contract])
    return RecordFile(file, contract, fitting_sheet(contract, sheets, file.file_name))


def _judge_source(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    loaded: Sequence[LoadedFile],
    today: date,
) -> list[FileTally]:
    """The files of one source → faulty rows refused; what it refers to was judged before."""
    if loaded:
        correct_codes(connection, contract)
        if contract.source == CORRECTIONS:
            find_unfit_corrections(connection, today)
        else:
            apply_corrections(connection, contract, today)
    if loaded and find_faults(connection, contract):
        for each in loaded:
            if count_rows(connection, "record_fault", each.file.received.batch_id):
                reject_rows(connection, each.file, each.is_plain, today)
        remove_faults(connection, contract)
        note_withdrawn(connection)
    create_latest(connection, contract, len(loaded))
    return [_tally(connection, each.file, each.rows_read) for each in loaded]


def _tally(connection: duckdb.DuckDBPyConnection, file: RecordFile, rows_read: int) -> FileTally:
    """Counts what became of a file; raises RuntimeError should a row have been lost."""
    counted = connection.execute(
        COUNT_ROWS.format(table=f"raw_{file.contract.source}"),
        {"batch_id": file.received.batch_id},
    ).fetchone()
    assert counted is not None
    rows_loaded, rows_rejected, conversions = map(int, counted)
    if rows_read != rows_loaded + rows_rejected:
        raise RuntimeError(
            f"{file.received.file_name}: {rows_read} rows read, "
            f"but {rows_loaded} loaded and {rows_rejected} rejected"
        )
    return FileTally(
        file.received.batch_id,
        file.sheet.name,
        rows_read,
        rows_loaded,
        rows_rejected,
        conversions,
        file.sheet.reading.encoding,
        file.sheet.header_row,
        file.unused_headers,
        len(file.sheet.reading.set_aside),
    )
