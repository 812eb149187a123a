"""A list as a workbook: its rows for the village on A4, and a sheet that says what they are."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

import streamlit as st
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.indicators import Build, build_info
from app.list_part import Part
from app.rows.row_list import Column
from app.selection import Selection
from app.warehouse import Row
from app.words import day_name, number, text

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS, BATCH_ROWS = 50_000, 10_000
FONT, FONT_POINTS = "Sarabun", 11
# Excel refuses a file whose print header is longer than 255 signs in all.
HEADER_SIGNS = 100
CHARACTERS_PER_REM, USUAL_CHARACTERS = 1.8, {"number": 12, "date": 14}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Buddhist era in Thai: calendar 7 of the language 041E.
DATES = {"th": "[$-107041E]d mmm yyyy", "en": "d mmm yyyy"}


class Extract(NamedTuple):
    """What a workbook holds.

    name is for the file; chosen are the filters and definitions the terms, in sentences; read gives
    the values of a part of the `total` rows by column: texts in words, dates and numbers as such.
    """

    name: str
    title: str
    columns: Sequence[Column]
    chosen: Sequence[str]
    definitions: Sequence[str]
    total: int
    order: tuple[str, ...]
    read: Callable[[Part], Iterable[Row]]


def workbook_download(build_id: str, selection: Selection, extract: Extract) -> None:
    """The button that hands out a list; the file is made when it is pressed."""
    if extract.total > MOST_ROWS:
        st.caption(
            text(
                selection.lang,
                "rows.capped",
                most=number(MOST_ROWS),
                total=number(extract.total),
            )
        )
    st.download_button(
        text(selection.lang, "rows.download"),
        lambda: workbook(build_info(build_id), selection.lang, extract),
        file_name=f"khon_kaen_{extract.name}_{selection.month}.xlsx",
        mime=MIME,
        on_click="ignore",
        key=f"download_{extract.name}",
    )


def workbook(build: Build, language: str, extract: Extract) -> bytes:
    """A list → an XLSX file of at most MOST_ROWS rows and the sheet about them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(text(language, "rows.sheet"))
    _arrange(sheet, language, extract.columns)
    _print_on_a4(sheet, extract.title, _mark(build, language))
    head = _cell(sheet, "@", is_bold=True)
    sheet.append(_filled(head, column.head) for column in extract.columns)
    cells = {name: _cell(sheet, shown) for name, shown in _formats(language).items()}
    written = 0
    for row in _rows(extract):
        # Each cell is written before the next one is asked for, so one of a kind serves all.
        sheet.append(_cell_of(cells, row[column.id]) for column in extract.columns)
        written += 1
    about = book.create_sheet(text(language, "rows.about"))
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 24, 100
    label, words = _cell(about, "@", is_bold=True), _cell(about, "@")
    for name, sentence in about_lines(build, language, extract, written):
        about.append([_filled(label, name), _filled(words, sentence)])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def about_lines(
    build: Build, language: str, extract: Extract, written: int
) -> list[tuple[str, str]]:
    """What a workbook says of itself: label → words, a line for each."""
    rows_written = number(written)
    if written < extract.total:
        total = number(extract.total)
        rows_written = text(language, "rows.about_capped", written=rows_written, total=total)
    chosen = extract.chosen or [text(language, "rows.about_all")]
    origin = text(language, f"table.{'synthetic' if build.is_synthetic else 'observed'}")
    as_of = day_name(language, build.as_of_date) if build.as_of_date else ""
    lines = [
        ("title", [extract.title]),
        ("chosen", chosen),
        ("as_of", [as_of]),
        ("build", [build.build_id]),
        ("origin", [f"{origin}: {_mark(build, language)}"]),
        ("number", [rows_written]),
        ("definitions", extract.definitions),
    ]
    return [
        (text(language, f"rows.about_{name}") if place == 0 else "", sentence)
        for name, sentences in lines
        for place, sentence in enumerate(sentences)
    ]


def _rows(extract: Extract) -> Iterable[Row]:
    for before in range(0, min(extract.total, MOST_ROWS), BATCH_ROWS):
        at_most = min(BATCH_ROWS, MOST_ROWS - before)
        yield from extract.read(Part(extract.order, before, at_most, extract.total))


def _mark(build: Build, language: str) -> str:
    return text(language, f"rows.mark_{'synthetic' if build.is_synthetic else 'observed'}")


def _arrange(sheet: Any, language: str, columns: Sequence[Column]) -> None:
    sheet.freeze_panes = "A2"
    for place, column in enumerate(columns, 1):
        usual = USUAL_CHARACTERS.get(column.kind, 20)
        width = column.width_rem * CHARACTERS_PER_REM if column.width_rem else usual
        sheet.column_dimensions[get_column_letter(place)].width = width


def _print_on_a4(sheet: Any, title: str, mark: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    # A single & begins a code of the header.
    sheet.oddHeader.left.text = _clean(title)[:HEADER_SIGNS].replace("&", "&&")
    sheet.oddHeader.right.text = mark[:HEADER_SIGNS]
    sheet.oddFooter.center.text = "&P / &N"


def _formats(language: str) -> dict[str, str]:
    return {"text": "@", "whole": "#,##0", "fraction": "#,##0.00", "date": DATES[language]}


def _cell(sheet: Any, number_format: str, *, is_bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name=FONT, size=FONT_POINTS, bold=is_bold)
    cell.alignment = Alignment(vertical="top", wrap_text=number_format == "@")
    cell.number_format = number_format
    return cell


def _cell_of(cells: Mapping[str, Any], value: Any) -> Any:
    match value:
        case int() | float():
            return _filled(cells["whole" if value == int(value) else "fraction"], value)
        case date():
            return _filled(cells["date"], value)
        case None:
            return None
        case _:
            return _filled(cells["text"], str(value))


def _filled(cell: Any, value: Any) -> Any:
    cell.value = _clean(value) if isinstance(value, str) else value
    if isinstance(value, str):
        # Whatever a text begins with, it is a text and never a formula.
        cell.data_type = "s"
    return cell


def _clean(words: str) -> str:
    return NOT_IN_XML.sub("", words)
