"""Facts of the workbook in which refused rows come back: marked, whole, and ready to be sent."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.command import run_command
from tests.record_files import csv_text, write_workbook

NAMES = ["movement_id", "district_code", "movement_date", "direction", "amount_baht", "purpose"]
HEADER = [*NAMES, "record_origin", "ผู้บันทึก"]
GOOD = ["F9001", "4001", "1 ต.ค. 2562", "in", "12,000", "รับบริจาค", "synthetic", "ก"]
WRONG = ["F9002", "4099", "31/02/2563", "in", "-มาก", "@ซ่อมบ้าน", "synthetic", "ข"]
TITLE = ["ทะเบียนกองทุนอำเภอ"]
MENDED = ["F9002", "4001", "01/02/2563", "in", "500", "ซ่อมบ้าน", "synthetic", "ข"]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A workbook of the fund with a title, a good row and a wrong one."""
    path = tmp_path / "กองทุน.xlsx"
    write_workbook(path, {"ปี 2563": [TITLE, HEADER, GOOD, WRONG]})
    return path


def refused_by_trial(data: Path, sent: Path, folder: Path) -> list[Path]:
    answer = run_command(data, "check", sent, "--refused", folder, "--json")
    assert answer.code == 0, answer.progress
    return [Path(path) for path in json.loads(answer.out)["refused_workbooks"]]


def test_the_refused_row_comes_back_as_it_was_sent_under_its_own_headers(
    data: Path, sent: Path, tmp_path: Path
) -> None:
    (path,) = refused_by_trial(data, sent, tmp_path / "out")
    assert path.name.startswith("กองทุน_")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.title == "ปี 2563"
    assert [[cell.value for cell in row] for row in sheet.rows] == [HEADER, WRONG]


def test_each_faulty_cell_is_marked_with_its_reason_and_no_other(
    data: Path, sent: Path, tmp_path: Path
) -> None:
    (path,) = refused_by_trial(data, sent, tmp_path / "out")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    notes = {HEADER[cell.column - 1]: cell.comment for cell in sheet[2] if cell.comment}
    assert notes.keys() == {"district_code", "movement_date", "amount_baht"}
    text = notes["movement_date"].text
    assert "แถวที่ 4 ของไฟล์เดิม" in text
    assert "ไม่ใช่วันที่" in text
    assert "Row 4 of the file sent" in text
    coloured = {HEADER[cell.column - 1] for cell in sheet[2] if cell.fill.fgColor.rgb == "00F6C9C0"}
    assert coloured == notes.keys()


def test_nothing_in_the_workbook_is_a_formula(data: Path, tmp_path: Path) -> None:
    text = tmp_path / "fund.csv"
    attack = ['=HYPERLINK("http://a")', "+1", "-1", "@SUM(A1)", "\t=1", "=1", "synthetic", "=2"]
    text.write_text(csv_text([HEADER, attack]), "utf-8")
    (path,) = refused_by_trial(data, text, tmp_path / "out")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    for row in sheet.rows:
        for cell in row:
            assert cell.data_type != "f"
            assert cell.number_format == "@"
            assert cell.quotePrefix


def test_the_workbook_once_mended_is_received(data: Path, sent: Path, tmp_path: Path) -> None:
    (path,) = refused_by_trial(data, sent, tmp_path / "out")
    book = openpyxl.load_workbook(path)
    for cell, value in zip(book.worksheets[0][2], MENDED, strict=True):
        cell.value = value
    book.save(path)
    answer = run_command(data, "load", sent, path)
    assert answer.code == 0, answer.progress
    batches = json.loads(run_command(data, "batches", "--json").out)
    loaded = {
        row["file_name"]: row["rows_loaded"] for row in batches if row["file_name"].endswith("xlsx")
    }
    assert loaded == {sent.name: 1, path.name: 1}


def test_a_text_file_s_rows_come_back_as_a_workbook_too(data: Path, tmp_path: Path) -> None:
    text = tmp_path / "fund.csv"
    text.write_text(csv_text([HEADER, GOOD, WRONG, [*GOOD, "เกิน"]]), "utf-8")
    (path,) = refused_by_trial(data, text, tmp_path / "out")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.rows]
    assert rows[1][:8] == WRONG
    assert rows[2] == [*GOOD, "เกิน"]
    assert "เกินกว่าหัวตาราง" in sheet["A3"].comment.text


def test_a_file_of_a_long_name_has_its_workbook_too(data: Path, tmp_path: Path) -> None:
    text = tmp_path / f"{'กองทุนอำเภอ' * 7}.csv"
    text.write_text(csv_text([HEADER, WRONG]), "utf-8")
    (path,) = refused_by_trial(data, text, tmp_path / "out")
    assert path.is_file()


def test_what_a_received_file_lost_is_made_from_the_build_that_serves(
    data: Path, sent: Path, tmp_path: Path
) -> None:
    run_command(data, "load", sent)
    batches = json.loads(run_command(data, "batches", "--json").out)
    batch_id = next(row["batch_id"] for row in batches if row["file_name"] == sent.name)
    answer = run_command(data, "refused", batch_id, "--out", tmp_path / "out")
    assert answer.code == 0, answer.progress
    (path,) = (tmp_path / "out").iterdir()
    assert str(path) in answer.out
    whole = next(row["batch_id"] for row in batches if row["source"] == "visits")
    assert "ไม่มีแถวที่ไม่รับ" in run_command(data, "refused", whole).out
