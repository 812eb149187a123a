"""The file of pairs to review: filled in and loaded, it changes the counts for good."""

import os
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.indicators import build_info
from app.repeated_help.extracts import REVIEW_COLUMNS, list_extract, review_extract
from app.repeated_help.pairs import summary
from app.rows.paging import paging
from app.rows.workbook import workbook
from app.warehouse import serving_build
from app.words import LANGUAGES
from etl.contract import contracts
from tests.command import run_command
from tests.screen import selection

MONTH = "2020-09"
# So many that help is repeated, and so few that a build is quick.
HOUSEHOLDS = "104"


def loaded(data: Path, *arguments: str | Path) -> str:
    """A command on a data folder → the id of the build that serves after it."""
    answer = run_command(data, *arguments)
    assert answer.code == 0, answer.progress
    return serving_build()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small synthetic province, loaded; the product finds it as its own."""
    monkeypatch.setitem(os.environ, "KHON_KAEN_DATA", str(tmp_path))
    assert run_command(tmp_path, "demo", "--households", HOUSEHOLDS).code == 0
    shutil.rmtree(tmp_path / "demo" / "tpmap_open")
    loaded(tmp_path, "load")
    return tmp_path


def test_the_file_has_the_layout_of_the_source() -> None:
    columns = contracts()["duplicate_reviews"].columns
    assert list(REVIEW_COLUMNS) == [column.name for column in columns]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_file_loads_changes_the_counts_and_survives_a_reload(
    data: Path, tmp_path: Path, language: str
) -> None:
    before = serving_build()
    chosen = selection(lang=language)
    pairs = summary(before, MONTH, None)
    extract = review_extract(before, chosen, pairs.by_verdict["none"].pairs)
    book = load_workbook(BytesIO(workbook(build_info(before), language, extract)))
    sheet = book.worksheets[0]
    assert sheet.max_row - 1 == extract.total >= 2
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    wanted = contracts()["duplicate_reviews"].match(list(heads))
    assert set(wanted) == set(REVIEW_COLUMNS)
    place = {name: position + 1 for name, position in wanted.items()}
    for row, verdict in ((2, "not_duplicate"), (3, "duplicate")):
        filled = {
            "verdict": verdict,
            "reason": "ตรวจสอบกับผู้ใหญ่บ้านแล้ว",
            "reviewed_by": "ศจพ.อ.",
            "reviewed_date": date(2020, 9, 30),
        }
        for name, value in filled.items():
            sheet.cell(row, place[name], value)
    sheet.delete_rows(4, sheet.max_row)
    path = tmp_path / "ผลตรวจสอบ.xlsx"
    book.save(path)

    after = loaded(data, "load", path)
    assert after != before
    found = summary(after, MONTH, None)
    assert found.every == pairs.every
    for verdict in ("not_duplicate", "duplicate"):
        assert found.by_verdict[verdict].pairs == pairs.by_verdict[verdict].pairs + 1
    assert found.at_stake_pairs == pairs.at_stake_pairs - 1
    assert found.by_verdict["none"].pairs == extract.total - 2

    agencies = data / "demo" / "agencies" / "agencies.csv"
    agencies.write_text(agencies.read_text("utf-8").replace("หน่วยงาน", "ส่วนราชการ"), "utf-8")
    again = loaded(data, "load", agencies)
    assert again != after
    assert summary(again, MONTH, None) == found


def test_the_list_goes_along_as_it_is_shown(build_id: str) -> None:
    chosen = selection(lang="en")
    codes = {"verdict": "not_duplicate"}
    total = summary(build_id, MONTH, None).by_verdict["not_duplicate"].pairs
    extract = list_extract(build_id, chosen, codes, paging({}, total, "-second_value_baht"))
    sheet = load_workbook(BytesIO(workbook(build_info(build_id), "en", extract))).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == total > 0
    heads = [cell.value for cell in sheet[1]]
    assert {row[heads.index("Review")] for row in rows} == {"Not duplicate"}
    baht = [row[heads.index("Later value (baht)")] for row in rows]
    known = [each for each in baht if isinstance(each, int | float)]
    assert known == sorted(known, reverse=True)
