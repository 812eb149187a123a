"""A file is known by its headers; where they fit several contracts, by its name or folder."""

from pathlib import Path

import openpyxl
import pytest

from etl.contract import contracts
from etl.mappings import ColumnMapping
from etl.sources.broken_file import BrokenFileError
from etl.sources.recognise import check_sheets, recognise, recognise_all
from tests.received import received
from tests.record_files import write_csv, write_workbook
from tests.tpmap import rebuilt


def written(path: Path, headers: list[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv(path, [headers, ["1"] * len(headers)])
    return path


def refusal(path: Path) -> BrokenFileError:
    with pytest.raises(BrokenFileError) as refused:
        recognise(path)
    assert refused.value.file_name == path.name
    return refused.value


@pytest.mark.parametrize("source", contracts())
def test_every_source_of_the_demo_is_known_whatever_its_name(
    source: str, sample_sources: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ส่งมาเมื่อวาน.csv"
    path.write_bytes((sample_sources / source / f"{source}.csv").read_bytes())
    assert recognise(path) == source


@pytest.mark.parametrize("source", contracts())
def test_every_source_is_known_by_its_thai_headers_and_its_required_columns(
    source: str, tmp_path: Path
) -> None:
    required = [column for column in contracts()[source].columns if column.required]
    path = tmp_path / "รายการ.csv"
    assert recognise(written(path, [column.headers[0] for column in required])) == source


def test_tpmap_is_known_by_the_names_that_it_publishes(tmp_path: Path) -> None:
    for path in rebuilt().iterdir():
        assert recognise(path) == "tpmap_open"
    kept = tmp_path / "20201001T000000_61_40_tambol_common.csv"
    kept.write_bytes(b"")
    assert recognise(kept) == "tpmap_open"


def test_a_workbook_is_known_by_the_sheet_that_fits(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["คำอธิบาย"])
    names = [column.name for column in contracts()["reports"].columns]
    workbook.create_sheet("รายงาน").append(names)
    path = tmp_path / "งาน.xlsx"
    workbook.save(path)
    assert recognise(path) == "reports"


BOTH = [
    *(column.name for column in contracts()["reports"].columns),
    *(column.name for column in contracts()["officials"].columns),
]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("reports/a.csv", "reports"),
        ("officials/a.csv", "officials"),
        ("new/reports 2563-01.csv", "reports"),
        ("new/OFFICIALS_new.csv", "officials"),
        ("new/เจ้าหน้าที่คู่เสี่ยว ต.ค. 62.csv", "officials"),
    ],
)
def test_the_name_or_folder_decides_between_contracts_that_fit(
    tmp_path: Path, name: str, source: str
) -> None:
    assert recognise(written(tmp_path / name, BOTH)) == source


def test_a_file_that_fits_several_and_is_named_after_none_is_refused(tmp_path: Path) -> None:
    error = refusal(written(tmp_path / "new" / "a.csv", BOTH))
    assert "officials, reports" in error.message_en
    assert "officials, reports" in error.message_th
    assert contracts()["officials"].title_th in error.message_th


def test_headers_win_over_a_folder_that_says_otherwise(tmp_path: Path) -> None:
    names = [column.name for column in contracts()["reports"].columns]
    assert recognise(written(tmp_path / "needs" / "a.csv", names)) == "reports"


def test_a_refusal_names_what_is_missing_of_the_nearest_contract(tmp_path: Path) -> None:
    names = [column.name for column in contracts()["needs"].columns if column.name != "severity"]
    error = refusal(written(tmp_path / "a.csv", names))
    assert (
        "“Needs of households” but lacks these columns: severity (ความรุนแรง)." in error.message_en
    )
    assert "“ความต้องการของครัวเรือน” แต่ขาดคอลัมน์ ความรุนแรง (severity)" in error.message_th


def test_a_folder_tells_which_contract_a_poor_file_was_meant_for(tmp_path: Path) -> None:
    error = refusal(written(tmp_path / "pairings" / "a.csv", ["household_id", "from_date"]))
    assert "“Pairings of officers and households”" in error.message_en
    assert "pairing_id (รหัสการจับคู่), official_id (รหัสเจ้าหน้าที่)." in error.message_en


@pytest.mark.parametrize("headers", [["a", "b"], ["คำอธิบาย"]])
def test_a_file_of_which_no_header_is_known_is_refused(tmp_path: Path, headers: list[str]) -> None:
    error = refusal(written(tmp_path / "needs" / "a.csv", headers))
    assert "None of its headers is known" in error.message_en
    assert "โปรด" in error.message_th


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x00\xff\xfe\xdb")
    assert "is no table of text" in refusal(path).message_en


AGENCIES = [["agency_code", "name_th", "agency_type"], ["A1", "วัด", "ชุมชน"]]
FUND = [
    ["movement_id", "district_code", "movement_date", "direction", "amount_baht", "purpose"],
    ["F1", "4001", "2019-10-01", "in", "500", "บริจาค"],
]


def test_a_workbook_with_a_sheet_for_each_of_several_sources_is_of_them_all(tmp_path: Path) -> None:
    path = tmp_path / "ส่งมา.xlsx"
    write_workbook(path, {"ปก": [["รายงาน"]], "หน่วยงาน": AGENCIES, "กองทุน": FUND})
    assert recognise_all(path) == ["agencies", "district_fund"]
    write_workbook(path, {"หน่วยงาน": AGENCIES})
    assert recognise_all(path) == ["agencies"]


def test_such_a_workbook_in_the_folder_of_one_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ส่งมา.xlsx"
    write_workbook(path, {"หน่วยงาน": AGENCIES, "กองทุน": FUND})
    with pytest.raises(BrokenFileError, match="sheets of several sources"):
        check_sheets(received("agencies", path.name, path=path))
    write_workbook(path, {"หน่วยงาน": AGENCIES, "ปก": [["รายงาน"]]})
    check_sheets(received("agencies", path.name, path=path))


def test_a_sheet_that_lacks_one_column_is_told_and_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "ส่งมา.xlsx"
    without_date = [[*row[:2], *row[3:]] for row in FUND]
    write_workbook(path, {"หน่วยงาน": AGENCIES, "กองทุน": without_date})
    with pytest.raises(BrokenFileError, match="movement_date"):
        recognise_all(path)


def test_a_sheet_of_a_saved_layout_and_a_copy_are_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "ส่งมา.xlsx"
    own = [["ยอดเงิน" if name == "amount_baht" else name for name in FUND[0]], FUND[1]]
    write_workbook(path, {"หน่วยงาน": AGENCIES, "สำเนา": AGENCIES, "กองทุน": own})
    mapping = ColumnMapping("แบบ", "district_fund", {"ยอดเงิน": "amount_baht"})
    assert recognise_all(path, [mapping]) == ["agencies", "district_fund"]
