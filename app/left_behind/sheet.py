"""The shown page of the list on paper: what is listed, a box to tick and room for a note."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from app.indicators import build_info
from app.rows.paging import Paging
from app.rows.row_list import Cell, Column, Line
from app.selection import Selection
from app.words import day_name, number, text

STYLE = Path(__file__).resolve().parent / "markup.css"


def sheet_markup(
    build_id: str,
    selection: Selection,
    title: str,
    chosen: Sequence[str],
    columns: Sequence[Column],
    lines: Sequence[Line],
    paging: Paging,
) -> str:
    """A page of the list → HTML that is seen only on paper, where it stands alone."""
    language, build = selection.lang, build_info(build_id)
    shown = text(
        language,
        "rows.shown",
        first=number(paging.first),
        last=number(paging.last),
        total=number(paging.total),
    )
    mark = text(language, f"rows.mark_{'synthetic' if build.is_synthetic else 'observed'}")
    as_of = day_name(language, build.as_of_date) if build.as_of_date else ""
    about = [mark, text(language, "source.as_of", as_of=as_of), *chosen, shown]
    said = "".join(f"<p>{escape(each)}</p>" for each in about if each)
    heads = [
        text(language, "left_behind.column_seen"),
        *(column.head for column in columns),
        text(language, "left_behind.column_note"),
    ]
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(_sheet_line(columns, line) for line in lines)
    return (
        f'<section class="kk_sheet"><h1>{escape(title)}</h1><div class="about">{said}</div>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
    )


def _sheet_line(columns: Sequence[Column], line: Line) -> str:
    cells = [line.cells.get(column.id, "") for column in columns]
    told = "".join(f"<td>{_sheet_cell(cell)}</td>" for cell in cells)
    return f'<tr><td class="tick"><i></i></td>{told}<td class="note"></td></tr>'


def _sheet_cell(cell: Cell | str) -> str:
    words, quiet, _ = Cell(cell) if isinstance(cell, str) else cell
    return escape(words) + (f"<small>{escape(quiet)}</small>" if quiet else "")
