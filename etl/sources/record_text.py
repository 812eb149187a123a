"""The rows of a record file as a relation of text, whatever the file is."""

import glob
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import duckdb
import pyarrow as pa

from etl.contract import Contract
from etl.sources.broken_file import BrokenFileError
from etl.sources.received_file import ReceivedFile
from etl.sources.record_sheet import RecordSheet, Row

CHUNK_ROWS = 20_000
# The rows of a file that DuckDB reads on all cores are numbered once they are in a table.
NOT_YET_KNOWN = "cast(null as bigint)"
IN_FILE_ORDER = "row_number() over () + 1"


@dataclass(frozen=True)
class RecordFile:
    """A received file, its contract, and the sheet of it that holds the records."""

    received: ReceivedFile
    contract: Contract
    sheet: RecordSheet

    @cached_property
    def positions(self) -> dict[str, int]:
        """Column name → its position in the file, for the columns that the file has."""
        return self.contract.match(list(self.sheet.headers))

    @property
    def unused_headers(self) -> tuple[str, ...]:
        """Headers of the file that name no column of the contract, as they stand in it."""
        used = set(self.positions.values())
        headers = enumerate(self.sheet.headers)
        return tuple(each.strip() for place, each in headers if place not in used and each.strip())


@contextmanager
def found_rows(
    connection: duckdb.DuckDBPyConnection, file: RecordFile, is_plain: bool, in_order: bool
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A file → a relation of its rows as text by contract column, and the relation's parameters.

    Beside the contract's columns it has row_number (null for a plain file unless in order, which
    takes longer) and surplus, what stands beyond the last header. Raises BrokenFileError once it
    has been read, when it could not be read to its end.
    """
    if is_plain:
        yield _plain_rows(file, IN_FILE_ORDER if in_order else NOT_YET_KNOWN)
        return
    broken: list[BrokenFileError] = []
    connection.register("text_rows", _text_rows(file, broken))
    try:
        yield "select * from text_rows", {}
    finally:
        connection.unregister("text_rows")
    # DuckDB would report an error of its own in place of what is wrong with the file.
    if broken:
        raise broken[0]


def _plain_rows(file: RecordFile, row_number: str) -> tuple[str, dict[str, Any]]:
    names = [f"not_read_{position}" for position in range(len(file.sheet.headers))]
    for name, position in file.positions.items():
        names[position] = name
    found = f"""
        select {_columns(file)}, {row_number} as row_number, cast(null as varchar) as surplus
        from read_csv(
            $path, columns = $columns, delim = $delimiter, header = true, auto_detect = false,
            quote = '"', escape = '"', strict_mode = true
        )
    """
    return found, {
        "path": glob.escape(str(file.received.path)),
        "columns": dict.fromkeys(names, "varchar"),
        "delimiter": file.sheet.delimiter,
    }


def _columns(file: RecordFile) -> str:
    return ", ".join(
        column.name if column.name in file.positions else f"cast(null as varchar) as {column.name}"
        for column in file.contract.columns
    )


def _text_rows(file: RecordFile, broken: list[BrokenFileError]) -> pa.RecordBatchReader:
    names = [column.name for column in file.contract.columns]
    schema = pa.schema(
        [
            *((name, pa.string()) for name in names),
            ("row_number", pa.int64()),
            ("surplus", pa.string()),
        ]
    )
    places = [file.positions.get(name) for name in names]
    width = len(file.sheet.headers)

    def chunks() -> Iterator[pa.RecordBatch]:
        rows = _until_broken(file.sheet.rows(), broken)
        while part := list(islice(rows, CHUNK_ROWS)):
            arrays = [_texts(part, place) for place in places]
            arrays.append(pa.array([number for number, _ in part], pa.int64()))
            arrays.append(pa.array([_surplus(cells, width) for _, cells in part], pa.string()))
            yield pa.RecordBatch.from_arrays(arrays, schema=schema)

    return pa.RecordBatchReader.from_batches(schema, chunks())


def _until_broken(rows: Iterator[Row], broken: list[BrokenFileError]) -> Iterator[Row]:
    try:
        yield from rows
    except BrokenFileError as error:
        broken.append(error)


def _texts(part: list[Row], place: int | None) -> pa.Array:
    if place is None:
        return pa.nulls(len(part), pa.string())
    texts = [cells[place] if place < len(cells) else None for _, cells in part]
    return pa.array(texts, pa.string())


def _surplus(cells: list[str], width: int) -> str | None:
    """Cells beyond the last header, unless they are empty."""
    return " ".join(filter(None, cells[width:])) or None
