"""Facts of what makes a file of programme records a real one."""

from pathlib import Path

import openpyxl
import pytest

from etl.sources.broken_file import BrokenFileError
from etl.sources.record_origin import holds_observed
from tests.received import received

ROWS = {
    "all synthetic": (["synthetic", "synthetic"], False),
    "all synthetic in Thai": (["สังเคราะห์", "สังเคราะห์"], False),
    "all synthetic with spaces": ([" synthetic", "synthetic "], False),
    "one real": (["synthetic", "observed"], True),
    "one without a mark": (["synthetic", ""], True),
    "one with an unknown mark": (["synthetic", "maybe"], True),
    "all real": (["จริง", "จริง"], True),
}
AGENCY = ["หน่วยงาน", "Agency", "government", "ไม่ใช่"]
HEADERS = ["agency_code", "name_th", "name_en", "agency_type", "to_be_confirmed"]


def table(marks: list[str], header: str = "record_origin") -> list[list[str]]:
    rows = [[f"A{number}", *AGENCY, mark] for number, mark in enumerate(marks)]
    return [[*HEADERS, header], *rows]


def holds(path: Path) -> bool:
    return holds_observed(received("agencies", path.name, path=path))


@pytest.mark.parametrize("case", ROWS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_a_csv_file_is_real_unless_every_record_is_marked_synthetic(
    tmp_path: Path, case: str, encoding: str
) -> None:
    marks, is_real = ROWS[case]
    lines = "\r\n".join(",".join(row) for row in table(marks))
    path = tmp_path / "agencies.csv"
    path.write_text(lines, encoding)
    assert holds(path) is is_real


@pytest.mark.parametrize("case", ROWS)
def test_a_workbook_is_real_unless_every_record_is_marked_synthetic(
    tmp_path: Path, case: str
) -> None:
    marks, is_real = ROWS[case]
    workbook = openpyxl.Workbook()
    assert workbook.active is not None
    for row in table(marks, "ที่มาของระเบียน"):
        workbook.active.append(row)
    workbook.save(tmp_path / "agencies.xlsx")
    assert holds(tmp_path / "agencies.xlsx") is is_real


def test_a_file_without_the_column_is_real(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    path.write_text("\n".join(",".join(row[:-1]) for row in table(["", ""])), "utf-8")
    assert holds(path)


def test_empty_rows_below_the_table_are_no_records(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    lines = [",".join(row) for row in table(["synthetic"])]
    path.write_text("\n".join([*lines, ",,,,,", "  ,,,,,", ""]), "utf-8")
    assert not holds(path)


def test_a_file_that_is_not_the_source_s_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(BrokenFileError):
        holds(path)
