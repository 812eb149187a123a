"""Facts of the workbook: what it holds, that texts stay texts, and how it prints."""

import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.indicators import Build
from app.list_part import Part
from app.rows import workbook as made
from app.rows.row_list import Column
from app.rows.workbook import Extract, about_lines, workbook
from app.words import LANGUAGES, text

COLUMNS = (
    Column("code", "รหัส", width_rem=8),
    Column("age_days", "วัน", "number"),
    Column("opened", "วันที่", "date"),
)
BUILD = Build("20201001T000000-5a3b1e00", date(2020, 9, 30), True, 5)


def extract(rows: list[dict[str, Any]], **changed: Any) -> Extract:
    """Rows → a list of them, which is read part by part."""

    def read(part: Part) -> Iterable[Mapping[str, Any]]:
        return rows[part.rows_before : part.rows_before + part.rows_at_most]

    usual = {
        "name": "left_behind",
        "title": "ยังไม่ได้รับการช่วยเหลือ & รอ",
        "columns": COLUMNS,
        "chosen": ["อำเภอพล"],
        "definitions": ["นิยามหนึ่ง", "นิยามสอง"],
        "total": len(rows),
        "order": ("-age_days", "code"),
        "read": read,
    }
    return Extract(**{**usual, **changed})


def opened(build: Build, language: str, what: Extract) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(build, language, what)))


def row(code: str, age_days: float | None = 1, opened: date | None = None) -> dict[str, Any]:
    return {"code": code, "age_days": age_days, "opened": opened}


def test_codes_are_texts_and_dates_and_numbers_are_their_own() -> None:
    rows = [row("0012", 1200, date(2020, 3, 1)), row("0013", 1.25), row("0014", None)]
    sheet = opened(BUILD, "th", extract(rows)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [column.head for column in COLUMNS]
    assert [cell.value for cell in sheet[2]] == ["0012", 1200, datetime(2020, 3, 1)]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "d"]
    formats = [sheet["A2"], sheet["B2"], sheet["B3"], sheet["C2"]]
    assert [cell.number_format for cell in formats] == [
        "@",
        "#,##0",
        "#,##0.00",
        "[$-107041E]d mmm yyyy",
    ]
    assert [cell.value for cell in sheet[4]] == ["0014", None, None]


@given(st.text(max_size=12), st.sampled_from(["", "=", "+", "-", "@", "=1+1", "=HYPERLINK("]))
def test_a_text_is_never_a_formula(rest: str, start: str) -> None:
    written = start + rest
    what = extract([row(written)], title=written, chosen=[written], definitions=[])
    book = opened(BUILD, "en", what)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert "f" not in {cell.data_type for cell in cells}
    assert {cell.number_format for cell in cells if cell.value is not None} == {"@", "#,##0"}


def test_the_sheet_prints_on_a4_with_its_head_its_title_and_its_mark() -> None:
    sheet = opened(BUILD, "th", extract([row("1")])).worksheets[0]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert int(sheet.page_setup.fitToHeight) == 0
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "A2"
    assert sheet.oddHeader.left.text == "ยังไม่ได้รับการช่วยเหลือ && รอ"
    assert sheet.oddHeader.right.text == text("th", "rows.mark_synthetic")
    assert sheet.oddFooter.center.text == "&P / &N"
    assert {cell.font.name for cell in [*sheet[1], *sheet[2]] if cell.value} == {"Sarabun"}
    assert [cell.font.bold for cell in sheet[1]] == [True] * len(COLUMNS)
    assert sheet.column_dimensions["A"].width == pytest.approx(14.4)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_synthetic", [True, False])
def test_the_second_sheet_says_what_the_rows_are(language: str, is_synthetic: bool) -> None:
    build = BUILD._replace(is_synthetic=is_synthetic)
    what = extract([row("1"), row("2")])
    sheet = opened(build, language, what).worksheets[1]
    found = [(label or "", words) for label, words in sheet.iter_rows(values_only=True)]
    assert found == about_lines(build, language, what, 2)
    words = [line for _, line in found]
    kind = "synthetic" if is_synthetic else "observed"
    assert what.title in words
    assert BUILD.build_id in words
    assert "2" in words
    assert words[-2:] == ["นิยามหนึ่ง", "นิยามสอง"]
    assert any(text(language, f"rows.mark_{kind}") in line for line in words)


def test_a_list_beyond_the_most_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "MOST_ROWS", 5)
    monkeypatch.setattr(made, "BATCH_ROWS", 2)
    rows = [row(str(number)) for number in range(9)]
    book = opened(BUILD, "en", extract(rows))
    codes = [cell.value for cell in book.worksheets[0]["A"]][1:]
    assert codes == ["0", "1", "2", "3", "4"]
    about = [words for _, words in book.worksheets[1].iter_rows(values_only=True)]
    assert text("en", "rows.about_capped", written="5", total="9") in about
