"""A table is found under titles and above totals, in a workbook and in text."""

from pathlib import Path

import openpyxl
import pytest

from etl.contract import contracts
from etl.sources.broken_file import BrokenFileError
from etl.sources.record_aside import is_set_aside
from etl.sources.record_header import header_of
from tests.record_files import RecordFiles, csv_text

KNOWN = list(contracts().values())
NAMES = ["movement_id", "district_code", "movement_date", "direction", "amount_baht", "purpose"]
TITLE = ["ทะเบียนกองทุนอำเภอ จังหวัดขอนแก่น", *[""] * 5]
NOTE = ["ข้อมูล ณ วันที่ 30 กันยายน 2563", *[""] * 5]
RECORDS = [
    ["F1", "4001", "1 ต.ค. 2562", "in", "12,000", "รับบริจาค"],
    ["F2", "4001", "5 ม.ค. 2563", "out", "1,500.50", "ซ่อมบ้าน"],
]
TOTAL = ["รวม", "", "", "", "13,500.50", ""]
BELOW = ["หมายเหตุ: ปรับปรุงแล้ว", *[""] * 5]
UGLY = [TITLE, NOTE, [""] * 6, NAMES, *RECORDS, TOTAL, BELOW]


def read(directory: Path, name: str) -> RecordFiles:
    files = RecordFiles(directory)
    files.receive("district_fund", directory / name)
    files.read()
    return files


def write_ugly_workbook(path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in UGLY:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A2:F2")
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["D"].hidden = True
    workbook.create_sheet("คำอธิบาย").append(["อ่านก่อนกรอก"])
    workbook.save(path)


@pytest.mark.parametrize("name", ["fund.xlsx", "fund.csv", "fund_semicolon.csv", "fund_thai.csv"])
def test_title_notes_and_total_are_no_records(tmp_path: Path, name: str) -> None:
    if name == "fund.xlsx":
        write_ugly_workbook(tmp_path / name)
    else:
        text = csv_text(UGLY, ";" if "semicolon" in name else ",")
        (tmp_path / name).write_bytes(text.encode("cp874" if "thai" in name else "utf-8"))
    files = read(tmp_path, name)
    assert files.rows("select movement_id, amount_baht, row_number from raw_district_fund") == [
        ("F1", 12000.0, 5),
        ("F2", 1500.5, 6),
    ]
    tally = files.tallies[name]
    assert (tally.rows_read, tally.rows_loaded, tally.rows_rejected) == (2, 2, 0)
    assert (tally.header_row, tally.rows_set_aside) == (4, 2)
    assert tally.encoding == {"fund.xlsx": None, "fund_thai.csv": "cp874"}.get(name, "utf-8-sig")


def test_a_total_below_a_plain_table_is_set_aside_too(tmp_path: Path) -> None:
    (tmp_path / "fund.csv").write_text(csv_text([NAMES, *RECORDS, TOTAL]), "utf-8")
    tally = read(tmp_path, "fund.csv").tallies["fund.csv"]
    assert (tally.rows_read, tally.rows_loaded, tally.rows_set_aside) == (2, 2, 1)


def test_a_column_that_the_contract_does_not_know_is_told(tmp_path: Path) -> None:
    rows = [[*NAMES, "เลขที่ใบเสร็จ"], *([*record, "ก-1"] for record in RECORDS)]
    (tmp_path / "fund.csv").write_text(csv_text(rows), "utf-8")
    tally = read(tmp_path, "fund.csv").tallies["fund.csv"]
    assert tally.unused_headers == ("เลขที่ใบเสร็จ",)


def test_a_header_written_almost_right_is_suggested(tmp_path: Path) -> None:
    rows = [["movement_id", "district_cod", *NAMES[2:]], *RECORDS]
    (tmp_path / "fund.csv").write_text(csv_text(rows), "utf-8")
    with pytest.raises(BrokenFileError) as refused:
        read(tmp_path, "fund.csv")
    assert "district_code (รหัสอำเภอ) perhaps the column named “district_cod”" in str(refused.value)
    assert "“district_cod”" in refused.value.message_th


def test_a_cell_merged_over_two_rows_of_headers_names_its_column() -> None:
    upper = ["movement_id", "district_code", "ความเคลื่อนไหว", "", "", ""]
    lower = ["", "", *NAMES[2:]]
    assert header_of([TITLE, upper, lower, RECORDS[0]], KNOWN) == (2, tuple(NAMES))


def test_without_a_header_that_is_known_the_fullest_row_is_taken() -> None:
    assert header_of([TITLE, ["ก", "ข", "ค"], ["1", "2", ""]], KNOWN) == (1, ("ก", "ข", "ค"))
    assert header_of([["a", "b"], ["c", "d"]], KNOWN) == (0, ("a", "b"))
    assert header_of([], KNOWN) == (0, ())


@pytest.mark.parametrize(
    ("cells", "is_aside"),
    [
        (["รวม", "", "", "5"], True),
        (["", "รวมทั้งสิ้น", "", "5"], True),
        (["รวมอำเภอน้ำพอง", "", "", "5"], True),
        (["Total:", "", "", "5"], True),
        (["หมายเหตุ", "", "", ""], True),
        (["ที่มา: TPMAP", "", "", ""], True),
        (["รวมใจพัฒนา", "", "", "5"], False),
        (["รวม", "4001", "x", "5"], False),
        (["หมายเหตุ", "4001", "x", ""], False),
        (["", "", "", ""], False),
        (["H1", "", "", ""], False),
    ],
)
def test_only_totals_and_notes_are_set_aside(cells: list[str], is_aside: bool) -> None:
    assert is_set_aside(cells, 4) == is_aside
