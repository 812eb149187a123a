"""Finds the row of a sheet that names its columns, for people write titles and notes above it."""

from collections.abc import Sequence

from etl.contract import contracts

OPENING_ROWS = 30


def header_of(opening: Sequence[Sequence[str]]) -> tuple[int, tuple[str, ...]]:
    """The first rows of a sheet → the place of its header, from 0, and the headers.

    It is the first row with every required column of some contract; else the first of those in
    which a contract finds most of its columns; else the sheet's first row. A blank cell of it
    takes what stands above, as where two cells of the header are merged into one.
    """
    candidates = [_headers(opening, place) for place in range(min(len(opening), OPENING_ROWS))]
    if not candidates:
        return 0, ()
    fits = [_fit(headers) for headers in candidates]
    place = fits.index(max(fits))
    return place, candidates[place]


def matched_columns(headers: Sequence[str]) -> int:
    """Headers → the most columns that a contract finds among them."""
    return max(len(contract.match(list(headers))) for contract in contracts().values())


def _fit(headers: Sequence[str]) -> tuple[bool, int]:
    is_whole = any(not contract.missing(list(headers)) for contract in contracts().values())
    return is_whole, matched_columns(headers)


def _headers(opening: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    row = opening[place]
    above = opening[place - 1] if place else ()
    return tuple(
        cell if cell.strip() or position >= len(above) else above[position]
        for position, cell in enumerate(row)
    )
