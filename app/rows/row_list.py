"""One page of a long list: a table that sorts, pages and opens its rows through the link."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple
from urllib.parse import urlencode

from app.map.component import register
from app.rows.paging import SIZES, Paging
from app.selection import Selection, filter_component_chooser
from app.words import number, text

WORDS = ("first", "previous", "next", "last", "size", "empty", "pages")

Kind = Literal["text", "number", "date", "mark"]
Tone = Literal["", "urgent", "open", "done"]

_row_list = register("row_list", Path(__file__).resolve().parent)


class Column(NamedTuple):
    """A column: its name in the query, its head, what it holds, can it be sorted by, its width."""

    id: str
    head: str
    kind: Kind = "text"
    is_sortable: bool = False
    width_rem: float | None = None


class Cell(NamedTuple):
    """A cell in words, a quiet second line, and for a mark how it looks."""

    words: str
    quiet: str = ""
    tone: Tone = ""


class Line(NamedTuple):
    """A row: its id, its cells by column (a missing one is blank), and the link that opens it."""

    id: str
    cells: Mapping[str, Cell | str]
    href: str | None = None


def href(page: str, selection: Selection, /, **codes: str) -> str:
    """The name of a page and codes beside the selection's → the link to it."""
    return f"{page}?{urlencode({**selection.codes(), **codes})}"


def row_list(
    key: str,
    selection: Selection,
    columns: Sequence[Column],
    lines: Sequence[Line],
    paging: Paging,
    caption: str,
) -> str | None:
    """One page of a list → the table on screen, and the id of the row that the reader opened."""
    answer = _row_list(
        key=key,
        data=row_list_data(selection, columns, lines, paging, caption),
        on_choice_change=filter_component_chooser(key),
        on_open_change=filter_component_chooser(key),
    )
    opened: str | None = answer.get("open")
    return opened


def row_list_data(
    selection: Selection,
    columns: Sequence[Column],
    lines: Sequence[Line],
    paging: Paging,
    caption: str,
) -> dict[str, Any]:
    """One page of a list → what the script draws; raises KeyError for a cell without a column."""
    places = {column.id: place for place, column in enumerate(columns)}

    def cells_of(line: Line) -> list[list[str]]:
        cells = [["", "", ""] for _ in columns]
        for name, cell in line.cells.items():
            cells[places[name]] = list(Cell(cell) if isinstance(cell, str) else cell)
        return cells

    return {
        "language": selection.lang,
        "caption": caption,
        "columns": [column._asdict() for column in columns],
        "rows": [{"id": line.id, "href": line.href, "cells": cells_of(line)} for line in lines],
        "page": paging.page,
        "pages": paging.pages,
        "size": str(paging.size),
        "sizes": list(SIZES),
        "order": paging.order,
        "shown": text(
            selection.lang,
            "rows.shown",
            first=number(paging.first),
            last=number(paging.last),
            total=number(paging.total),
        ),
        "words": {word: text(selection.lang, f"rows.{word}") for word in WORDS},
    }
