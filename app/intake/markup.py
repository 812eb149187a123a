"""The files of an import and their refused rows as HTML."""

from collections.abc import Sequence
from html import escape

from app.intake.report import RefusedRow, TakenFile
from app.quality.markup import html_row, html_table
from app.words import number, text

ROWS_SHOWN = 50
# By the name that officers know them by.
ENCODINGS = {"utf-8-sig": "UTF-8", "cp874": "TIS-620"}


def files_markup(language: str, taken: Sequence[TakenFile]) -> str:
    """Files → for each what it was taken for, how many rows, and how it was read."""
    return f'<div class="kk_changes">{"".join(_file(language, each) for each in taken)}</div>'


def refused_markup(language: str, found: Sequence[RefusedRow]) -> str:
    """Refused rows → a table of the first ones: file, row, column, what to do."""
    heads = [
        ("number" if name == "row" else "", text(language, f"refused.{name}"))
        for name in ("file", "row", "column", "reason")
    ]
    body = "".join(
        html_row(
            [
                ("", f"{each.file_name} · {each.sheet}" if each.sheet else each.file_name),
                ("number", number(each.row_number)),
                ("", each.header or text(language, "refused.whole_row")),
                ("wraps", each.messages[language]),
            ]
        )
        for each in found[:ROWS_SHOWN]
    )
    return f'<div class="kk_changes scroll tall" tabindex="0">{html_table(heads, body)}</div>'


def _file(language: str, file: TakenFile) -> str:
    name = f"{file.file_name} · {file.sheet}" if file.sheet else file.file_name
    from_source = file.source
    rows = text(
        language,
        "imports.file_rows",
        source=text(language, f"origin.{from_source}"),
        read=number(file.rows_read),
        loaded=number(file.rows_loaded),
        rejected=number(file.rows_rejected),
    )
    reading = " · ".join(_reading(language, file))
    return (
        f'<div class="file"><h3>{escape(name)}</h3><p>{escape(rows)}</p>'
        f'<p class="quiet">{escape(reading)}</p></div>'
    )


def _reading(language: str, file: TakenFile) -> list[str]:
    """How a file was read, a few words for each thing that is worth telling."""

    def words(name: str, **fields: str) -> str:
        return text(language, f"imports.{name}", **fields)

    said = []
    if file.encoding:
        said.append(
            words("read_encoding", encoding=ENCODINGS.get(file.encoding, file.encoding.upper()))
        )
    if file.header_row:
        said.append(words("read_header_row", row=number(file.header_row)))
    if file.mapping:
        said.append(words("read_mapping", mapping=file.mapping))
    if file.conversions:
        said.append(words("read_conversions", n=number(file.conversions)))
    if file.unused_headers:
        said.append(words("read_unused", headers=", ".join(file.unused_headers)))
    if file.rows_set_aside:
        said.append(words("read_set_aside", n=number(file.rows_set_aside)))
    return said
