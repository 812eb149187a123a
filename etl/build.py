"""The order of work: files → raw tables, judged → core → indicators → marts → claims → checks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb

from etl.check import check_files, run_checks
from etl.claims import build_claims, read_claims
from etl.contract import contracts
from etl.core_order import CORE_ORDER, build_core
from etl.declaration import read_declarations
from etl.mart import build_mart, smallest_denominator
from etl.marts.order import MARTS, build_marts
from etl.progress import Advance, Steps
from etl.source_name import TPMAP_OPEN
from etl.sources.received_file import ReceivedFile
from etl.sources.records import (
    FileTally,
    LoadedFile,
    create_raw_tables,
    judge_records,
    load_records,
)
from etl.sources.tpmap_open import read_tpmap_open

ETL = Path(__file__).resolve().parent
BUILD_STEPS = 7
LARGEST_MEMORY = "3 GB"
SET_MEMORY = """
select least(
    parse_formatted_bytes($largest), parse_formatted_bytes(current_setting('memory_limit'))
)
"""
ADD_BATCH = "insert into batch values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True)
class Build:
    """One build: its id, when it was made (UTC) and of what; no record is dated after today."""

    build_id: str
    built_at: datetime
    today: date
    content_hash: str

    @classmethod
    def named(cls, built_at: datetime, today: date, content_hash: str) -> "Build":
        """A time and a hash → a build whose id sorts by time: YYYYMMDDTHHMMSS-<8 hex digits>."""
        build_id = f"{built_at:%Y%m%dT%H%M%S}-{content_hash[:8]}"
        return cls(build_id, built_at, today, content_hash)


def build_warehouse(path: Path, files: Sequence[ReceivedFile], build: Build, steps: Steps) -> None:
    """Files → a new DuckDB file at path in which every check holds.

    Raises BrokenFileError for a file that cannot be used and BrokenFactError for a check that
    does not hold; what stands at path is then worth nothing.
    """
    with _new_database(path) as connection:
        with steps.step("read", len(files)) as advance:
            loaded = _read(connection, files, build.today, advance)
        with steps.step("validate", len(contracts())) as advance:
            _validate(connection, loaded, build.today, advance)
        with steps.step("core", len(CORE_ORDER)) as advance:
            build_core(connection, build.today, advance)
        with steps.step("mart", len(read_declarations()) + 1) as advance:
            build_mart(connection, advance)
        with steps.step("marts", len(MARTS)) as advance:
            build_marts(connection, advance)
        with steps.step("claims", len(read_claims())) as advance:
            build_claims(connection, advance)
        connection.execute(
            _sql("build_info"),
            {
                "build_id": build.build_id,
                "built_at": build.built_at,
                "content_hash": build.content_hash,
                "smallest_denominator": smallest_denominator(),
            },
        )
        with steps.step("checks", len(check_files())) as advance:
            run_checks(connection, advance)
        # Closing writes the rest too, but tells nobody when there is no room for it.
        connection.execute("checkpoint")


@contextmanager
def _new_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(path)) as connection:
        # The command shows its own progress; DuckDB's bar would mix with it.
        connection.execute("set enable_progress_bar = false")
        row = connection.execute(SET_MEMORY, {"largest": LARGEST_MEMORY}).fetchone()
        assert row is not None
        connection.execute(f"set memory_limit = '{row[0]}B'")
        yield connection


def _read(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[ReceivedFile],
    today: date,
    advance: Advance,
) -> list[LoadedFile]:
    """Files → raw tables, and a row of batch for each of TPMAP's; records are not judged yet."""
    connection.execute(_sql("batch"))
    create_raw_tables(connection)
    by_id = {file.batch_id: file for file in files}
    open_data = [(file.batch_id, file.path) for file in files if file.source == TPMAP_OPEN]
    read_rows = read_tpmap_open(connection, open_data)
    for batch_id, path in open_data:
        advance(path.name)
        rows = read_rows[batch_id]
        _add_batch(connection, by_id[batch_id], FileTally(batch_id, None, rows, rows, 0, 0))
    programme = [file for file in files if file.source != TPMAP_OPEN]
    return load_records(connection, programme, today, advance)


def _validate(
    connection: duckdb.DuckDBPyConnection,
    loaded: Sequence[LoadedFile],
    today: date,
    advance: Advance,
) -> None:
    """Loaded files → what is refused taken out, and a row of batch for each file."""
    by_id = {each.file.received.batch_id: each.file.received for each in loaded}
    for tally in judge_records(connection, loaded, today, advance):
        _add_batch(connection, by_id[tally.batch_id], tally)


def _add_batch(connection: duckdb.DuckDBPyConnection, file: ReceivedFile, tally: FileTally) -> None:
    connection.execute(
        ADD_BATCH,
        [
            file.batch_id,
            file.source,
            file.file_name,
            file.sha256,
            tally.sheet,
            _data_origin(connection, file),
            tally.rows_read,
            tally.rows_loaded,
            tally.rows_rejected,
            tally.conversions,
            tally.encoding,
            tally.header_row,
            file.mapping.name if file.mapping else None,
            list(tally.unused_headers),
            tally.rows_set_aside,
            file.received_at,
        ],
    )


def _data_origin(connection: duckdb.DuckDBPyConnection, file: ReceivedFile) -> str:
    """What the records of a file are, synthetic if each is marked so; TPMAP's are observed.

    One record that is not marked so makes a file a real one, even where that record is refused.
    """
    if file.source == TPMAP_OPEN or file.is_observed:
        return "observed"
    (is_synthetic,) = connection.execute(
        "select bool_and(record_origin is not distinct from 'synthetic') "
        f"from raw_{file.source} where batch_id = ?",
        [file.batch_id],
    ).fetchall()[0]
    return "synthetic" if is_synthetic else "observed"


def _sql(name: str) -> str:
    return (ETL / f"{name}.sql").read_text("utf-8")
