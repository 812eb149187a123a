"""Refused rows as the officer's own workbook: faulty cells marked, the reason in a note."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from etl.contract import contracts
from etl.durable import move_durably, partial_path
from etl.file_name import stored_name
from etl.sentences import LANGUAGES, sentence
from etl.snapshot import opened_snapshot
from etl.sources.received_file import ReceivedFile
from etl.sources.record_text import RecordFile
from etl.sources.records import open_record_file
from etl.status import Row, rows_of

MOST_ROWS = 20_000
FAULTS = """
select row_number, column_name, message_th, message_en
from reject
where batch_id = $batch_id
    and row_number in (
        select distinct row_number from reject where batch_id = $batch_id
        order by row_number limit $most_rows
    )
order by row_number, column_name, rule
"""
FAULTY, HEADER = PatternFill("solid", fgColor="F6C9C0"), PatternFill("solid", fgColor="E7ECEF")
FONT = "Sarabun"
LEAST_WIDTH, MOST_WIDTH = 12, 48
NOTE_WIDTH, NOTE_LINE, NOTE_LINE_SIGNS = 320, 18, 40
WITHOUT_SHEETS = "ข้อมูล"


def write_refused_workbooks(
    warehouse: Path, files: Sequence[ReceivedFile], folder: Path
) -> list[Path]:
    """A warehouse and the files it was made of → a workbook in the folder for each with faults.

    A workbook has the file's own headers and its refused rows, at most MOST_ROWS, as they were
    sent, all as text, so that nothing in it is a formula.
    """
    written = []
    with opened_snapshot(warehouse) as connection:
        for file in files:
            if file.source not in contracts():
                continue
            parameters = {"batch_id": file.batch_id, "most_rows": MOST_ROWS}
            faults = rows_of(connection.execute(FAULTS, parameters))
            if faults:
                stem = Path(stored_name(file.file_name)).stem
                path = folder / f"{stem}_{file.batch_id[:8]}_ไม่รับ.xlsx"
                _write(path, open_record_file(file), faults)
                written.append(path)
    return written


def _write(path: Path, file: RecordFile, faults: Sequence[Row]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = (file.sheet.name or WITHOUT_SHEETS)[:31]
    for place, header in enumerate(file.sheet.headers, start=1):
        cell = _text_cell(sheet, 1, place, header.strip())
        cell.font = Font(name=FONT, bold=True)
        cell.fill = HEADER
    by_row = {row: list(each) for row, each in groupby(faults, itemgetter("row_number"))}
    for line, (number, cells) in enumerate(_refused_rows(file, by_row), start=2):
        for place, text in enumerate(cells, start=1):
            _text_cell(sheet, line, place, text)
        _mark(sheet, line, number, file, by_row[number])
    _arrange(sheet)
    path.parent.mkdir(parents=True, exist_ok=True)
    growing = partial_path(path)
    book.save(growing)
    move_durably(growing, path)


def _refused_rows(
    file: RecordFile, by_row: dict[int, list[Row]]
) -> Iterator[tuple[int, list[str]]]:
    last = max(by_row)
    for number, cells in file.sheet.rows():
        if number in by_row:
            yield number, cells
        if number >= last:
            return


def _mark(sheet: Worksheet, line: int, number: int, file: RecordFile, faults: list[Row]) -> None:
    """Colours each faulty cell and notes the reasons; a fault of no cell stands at the first."""
    by_place: dict[int, list[Row]] = {}
    for fault in faults:
        place = file.positions.get(fault["column_name"] or "", 0)
        by_place.setdefault(place + 1, []).append(fault)
    for place, found in by_place.items():
        cell = sheet.cell(line, place)
        cell.fill = FAULTY
        lines = [
            sentence(language, "note_of_row", row=number, message=fault[f"message_{language}"])
            for fault in found
            for language in LANGUAGES
        ]
        note = ILLEGAL_CHARACTERS_RE.sub("", "\n".join(lines))
        height = NOTE_LINE * sum(1 + len(each) // NOTE_LINE_SIGNS for each in lines)
        cell.comment = Comment(note, sentence("th", "note_author"), height, NOTE_WIDTH)


def _text_cell(sheet: Worksheet, line: int, place: int, text: str) -> Cell:
    """A cell that is text whatever it begins with, and stays text when it is edited."""
    cell = sheet.cell(line, place)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = True
    cell.font = Font(name=FONT)
    cell.alignment = Alignment(vertical="top")
    return cell


def _arrange(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, start=1):
        signs = max(len(str(cell.value or "")) for cell in column)
        width = min(max(signs + 2, LEAST_WIDTH), MOST_WIDTH)
        sheet.column_dimensions[get_column_letter(place)].width = width
