"""A table of a record file before its values are read: headers, and rows as text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

# The number a spreadsheet shows beside a row (the header is row 1) and its cells.
Row = tuple[int, list[str]]


@dataclass(frozen=True)
class RecordSheet:
    """One table: its sheet's name (None in a text file), its headers, its rows anew each time.

    delimiter is set where DuckDB itself can be tried on the file: it then is UTF-8 text.
    """

    name: str | None
    headers: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    delimiter: str | None = None
