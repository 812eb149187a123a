"""Columns of a synthetic source and the one way they reach a CSV file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

CHUNK_ROWS = 400_000

# A column gives the values of the rows from one position up to another.
Column = Callable[[int, int], pa.Array]


def labels(names: Sequence[str] | pa.Array, codes: NDArray[Any]) -> Column:
    """Names and a position in them for each row → a text column; position -1 is blank."""
    texts = names if isinstance(names, pa.Array) else pa.array(names, pa.string())

    def part(start: int, stop: int) -> pa.Array:
        chosen = codes[start:stop]
        return texts.take(pa.array(chosen, mask=chosen < 0))

    return part


def dates(days: NDArray[Any]) -> Column:
    """Days since 1970-01-01 → a date column; a negative day is blank."""

    def part(start: int, stop: int) -> pa.Array:
        chosen = days[start:stop].astype(np.int32)
        return pa.array(chosen, mask=chosen < 0).cast(pa.date32())

    return part


def months(days: NDArray[Any]) -> Column:
    """Days since 1970-01-01 → a text column of months such as 2019-10."""

    def part(start: int, stop: int) -> pa.Array:
        chosen = days[start:stop].astype(np.int32)
        return pc.strftime(pa.array(chosen).cast(pa.date32()), format="%Y-%m")

    return part


def numbers(values: NDArray[Any], blank: NDArray[np.bool_] | None = None) -> Column:
    """Numbers or booleans → a column of them, blank where told."""

    def part(start: int, stop: int) -> pa.Array:
        return pa.array(values[start:stop], mask=None if blank is None else blank[start:stop])

    return part


def row_ids(prefix: str, rows: int) -> Column:
    """A prefix and a number of rows → ids counted from 1, such as N0000001."""
    return referring_ids(prefix, np.arange(rows), rows)


def referring_ids(prefix: str, positions: NDArray[Any], rows: int) -> Column:
    """Positions among rows of another source → the ids row_ids gave those rows."""
    width = max(7, len(str(rows)))

    def part(start: int, stop: int) -> pa.Array:
        return numbered(prefix, positions[start:stop] + 1, width)

    return part


def numbered(prefix: str, values: NDArray[Any], width: int) -> pa.Array:
    """A prefix and whole numbers → text, the numbers padded with zeros."""
    digits = pc.utf8_lpad(pa.array(values).cast(pa.string()), width=width, padding="0")
    return pc.binary_join_element_wise(pa.scalar(prefix), digits, pa.scalar(""))


def write_source(directory: Path, source: str, rows: int, columns: Mapping[str, Column]) -> None:
    """Columns → directory/source/source.csv, each row marked synthetic.

    Raises OSError when the file cannot be written.
    """
    folder = directory / source
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{source}.csv"
    names = [*columns, "record_origin"]

    def chunk(start: int, stop: int) -> pa.RecordBatch:
        arrays = [column(start, stop) for column in columns.values()]
        arrays.append(pa.repeat(pa.scalar("synthetic"), stop - start))
        return pa.RecordBatch.from_arrays(arrays, names=names)

    def chunks() -> Iterator[pa.RecordBatch]:
        for start in range(0, rows, CHUNK_ROWS):
            yield chunk(start, min(start + CHUNK_ROWS, rows))

    reader = pa.RecordBatchReader.from_batches(chunk(0, 0).schema, chunks())
    with duckdb.connect() as connection:
        # The caller reports progress; DuckDB's own bar would mix with it.
        connection.execute("set enable_progress_bar = false")
        connection.register("synthetic_rows", reader)
        path = str(target).replace("'", "''")
        connection.execute(
            f"copy (select * from synthetic_rows) to '{path}' (format csv, header, delimiter ',')"
        )
