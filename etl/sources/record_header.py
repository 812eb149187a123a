"""Finds the row of a sheet that names its columns, for people write titles and notes above it."""

from collections.abc import Sequence

from etl.contract import Contract

OPENING_ROWS = 30


def header_of(
    opening: Sequence[Sequence[str]], known: Sequence[Contract]
) -> tuple[int, tuple[str, ...]]:
    """The first rows of a sheet and known contracts → the place of its header, from 0, and it.

    It is the first row with every required column of some contract; else the first of those in
    which a contract finds most of its columns; where none finds any, the row with most cells that
    hold a word. A blank cell of it takes what stands above, as where two cells are merged.
    """
    candidates = [_headers(opening, place) for place in range(min(len(opening), OPENING_ROWS))]
    if not candidates:
        return 0, ()
    fits = [_fit(headers, known) for headers in candidates]
    place = fits.index(max(fits))
    return place, candidates[place]


def matched_columns(headers: Sequence[str], known: Sequence[Contract]) -> int:
    """Headers and known contracts → the most columns that one of them finds."""
    return max(len(contract.match(list(headers))) for contract in known)


def _fit(headers: Sequence[str], known: Sequence[Contract]) -> tuple[bool, int, int]:
    is_whole = any(not contract.missing(list(headers)) for contract in known)
    matched = matched_columns(headers, known)
    return is_whole, matched, 0 if matched else sum(map(_is_worded, headers))


def _is_worded(header: str) -> bool:
    """A number names no column."""
    return any(map(str.isalpha, header))


def _headers(opening: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    row = opening[place]
    above = opening[place - 1] if place else ()
    return tuple(
        cell if cell.strip() or position >= len(above) else above[position]
        for position, cell in enumerate(row)
    )
