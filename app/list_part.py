"""A part of a long list in its order, found without sorting more of it than needed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import streamlit as st

from app.warehouse import Row, answer, statement_of, warehouse_directory

COLUMN = re.compile(r"-?[a-z][a-z0-9_]*")
# Counting reads a list twice, which pays only where sorting it takes seconds.
ROWS_OF_A_LONG_LIST, NUMBERS_TOGETHER = 2_000_000, 4096
# The same page of a list is asked for again by every reader and every rerun; a file's is not.
MOST_ROWS_KEPT = 500


class Part(NamedTuple):
    """A part of a query's rows: the order, how many come before it, how many it has at most.

    order names columns, a minus before the name of one turns it round, and blanks come last either
    way; the last one must tell all rows apart. rows_at_all, where it is known, makes any part of a
    long list as cheap as the first.
    """

    order: tuple[str, ...]
    rows_before: int
    rows_at_most: int
    rows_at_all: int = 0


def count(build_id: str, query: str, /, **parameters: Any) -> int:
    """The number of rows that app/queries/<query>.sql has; raises as rows does."""
    return _count(str(warehouse_directory()), build_id, statement_of(query), parameters)


@st.cache_data(max_entries=1024, show_spinner=False)
def _count(directory: str, build_id: str, statement: str, parameters: dict[str, Any]) -> int:
    # A build's id is its own only within one folder.
    del directory
    counted = f"select count(*) as rows_found from (\n{statement}\n)"
    return int(answer(build_id, counted, parameters)[0]["rows_found"])


def part(build_id: str, query: str, asked: Part, /, **parameters: Any) -> list[Row]:
    """A part of the rows of app/queries/<query>.sql, which has no order of its own, in order.

    Raises ValueError for what cannot be a column, and as rows does.
    """
    if asked.rows_at_most > MOST_ROWS_KEPT:
        return _part(build_id, statement_of(query), asked, parameters)
    directory = str(warehouse_directory())
    return _kept_part(directory, build_id, statement_of(query), asked, parameters)


@st.cache_data(max_entries=128, show_spinner=False)
def _kept_part(
    directory: str, build_id: str, statement: str, asked: Part, parameters: dict[str, Any]
) -> list[Row]:
    del directory
    return _part(build_id, statement, asked, parameters)


def _part(build_id: str, statement: str, asked: Part, parameters: dict[str, Any]) -> list[Row]:
    near = Near(f"from (\n{statement}\n)", parameters, asked.rows_before)
    if asked.rows_at_all > ROWS_OF_A_LONG_LIST:
        near = _nearer(build_id, near, asked.order[0], asked.rows_at_most)
        if near.is_of_one_value and len(asked.order) == 2:
            near = _nearer(build_id, near, asked.order[1], asked.rows_at_most)
        return _sorted(build_id, near, asked.order, asked.rows_at_most)
    rest = asked.rows_at_all - asked.rows_before
    # Sorting keeps every row up to the part in mind, so the last parts are read from the end.
    is_turned = 0 < rest < asked.rows_before
    if not is_turned:
        return _sorted(build_id, near, asked.order, asked.rows_at_most)
    size = min(asked.rows_at_most, rest)
    from_end = near._replace(rows_before=rest - size)
    return _sorted(build_id, from_end, asked.order, size, is_turned=True)[::-1]


class Near(NamedTuple):
    """A source of rows that holds a part, its parameters, how many rows come before the part.

    Where all its rows are alike in the first column of the order, the second alone sorts them.
    """

    source: str
    parameters: dict[str, Any]
    rows_before: int
    is_of_one_value: bool = False


def _sorted(
    build_id: str, near: Near, order: tuple[str, ...], size: int, *, is_turned: bool = False
) -> list[Row]:
    # The text of an order is made here alone: sorting by a parameter costs half as much again.
    by = ", ".join(f"{_column(each)} {_way(each, is_turned=is_turned)}" for each in order)
    return answer(
        build_id,
        f"{near.source} order by {by} limit $part_size offset $part_start",
        {**near.parameters, "part_size": size, "part_start": near.rows_before},
    )


def _nearer(build_id: str, near: Near, column: str, rows_at_most: int) -> Near:
    """Rows that hold a part → those of them whose values of a sorted column are the part's.

    Sorting keeps every row up to the part in mind; counting rows by value does not.
    """
    name = _column(column)
    # Numbers tell rows apart, so they are counted by the thousand.
    value = f"{name} // {NUMBERS_TOGETHER}" if name.endswith("_number") else name
    found = answer(
        build_id,
        f"""
        with tally as (select {value} as value, count(*) as rows {near.source} group by all),
        running as (
            select value, rows, sum(rows) over (order by value {_way(column)}) as rows_until
            from tally
        )
        select value, cast(rows_until - rows as bigint) as rows_before
        from running
        where rows_until > $part_start and rows_until - rows < $part_end
        order by rows_until
        """,
        {
            **near.parameters,
            "part_start": near.rows_before,
            "part_end": near.rows_before + rows_at_most,
        },
    )
    if not found:
        return near
    known = [row["value"] for row in found if row["value"] is not None]
    is_blank = f"{name} is null" if len(known) < len(found) else "false"
    least, most = f"least_{name}", f"most_{name}"
    return Near(
        f"from ({near.source} where {value} between ${least} and ${most} or {is_blank})",
        {
            **near.parameters,
            least: min(known, default=None),
            most: max(known, default=None),
        },
        near.rows_before - found[0]["rows_before"],
        len(found) == 1,
    )


def _column(column: str) -> str:
    if not COLUMN.fullmatch(column):
        raise ValueError(f"{column!r} is not a column to sort by")
    return column.removeprefix("-")


def _way(column: str, *, is_turned: bool = False) -> str:
    is_descending = column.startswith("-") != is_turned
    return f"{'desc' if is_descending else 'asc'} nulls {'first' if is_turned else 'last'}"
