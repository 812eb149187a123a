"""A table of a record file before its values are read: headers, and rows as text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

# The number a spreadsheet shows beside a row (its first row is 1) and its cells.
Row = tuple[int, list[str]]


@dataclass
class Reading:
    """How a sheet was read: the text's encoding, and rows that are no records by their number.

    It is whole once the rows have been read.
    """

    encoding: str | None = None
    set_aside: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RecordSheet:
    """One table: its sheet's name (None in a text file), its headers, its rows anew each time.

    header_row is the number that a spreadsheet shows beside the headers. delimiter is set where
    DuckDB itself can be tried on the file: it then is UTF-8 text with the headers on top.
    """

    name: str | None
    headers: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    delimiter: str | None = None
    header_row: int = 1
    reading: Reading = field(default_factory=Reading)
