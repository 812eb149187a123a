"""Shares of districts that stand beside one another: what comparisons and funnels begin with."""

from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

QUESTION = Path(__file__).resolve().with_name("compared_cell.sql")


def compared_cells(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """mart_indicator and declaration → the shares of districts that have a better side.

    One row per indicator, month, group and district, those of one set together; values in percent.
    """
    return connection.execute(QUESTION.read_text("utf-8")).to_arrow_table()


def sets_of(cells: pa.Table) -> list[slice]:
    """Compared cells → the rows of each set, districts that are compared with one another."""
    numbers = cells["set_number"].to_numpy()
    ends = [*np.flatnonzero(np.diff(numbers)) + 1, len(numbers)]
    starts = [0, *ends[:-1]]
    return [slice(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
