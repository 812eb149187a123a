"""A part of rows that are not in a warehouse, as a query would give it."""

from collections.abc import Sequence

from app.list_part import Part
from app.warehouse import Row


def part_of_rows(rows: Sequence[Row], asked: Part) -> list[Row]:
    """Rows → those of a part, in its order, blanks last."""
    found = list(rows)
    for column in reversed(asked.order):
        name = column.removeprefix("-")
        told = [row for row in found if row[name] is not None]
        blank = [row for row in found if row[name] is None]
        told.sort(key=lambda row: row[name], reverse=column.startswith("-"))
        found = told + blank
    return found[asked.rows_before : asked.rows_before + asked.rows_at_most]
