"""The rows of a record file keep their numbers; a file that is no table is refused whole."""

import struct
from datetime import date, datetime
from pathlib import Path

import pytest

from etl.contract import contracts
from etl.sources.broken_file import BrokenFileError
from etl.sources.record_file import read_sheets
from etl.sources.workbook import OLE_MARK
from tests.record_files import RecordFiles, csv_text, write_workbook

HEADERS = ["household_id", "village_code", "bmn_year", "household_class", "members_persons"]
HEADERS += ["status", "status_date"]
HOUSEHOLD = ["H1", "40010201", "2018", "relief", "3", "found", "2019-10-05"]


@pytest.fixture
def files(tmp_path: Path) -> RecordFiles:
    return RecordFiles(tmp_path)


def receive(files: RecordFiles, content: str | bytes) -> str:
    """A file of households → its batch id."""
    path = files.directory / "households.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return files.receive("households", path)


def refusal(files: RecordFiles) -> BrokenFileError:
    with pytest.raises(BrokenFileError) as refused:
        files.read()
    assert "โปรด" in refused.value.message_th
    return refused.value


def locked_workbook() -> bytes:
    """An OLE file of three sectors whose directory names what Excel encrypts."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE

    def entry(name: str, kind: int, child: int) -> bytes:
        letters = name.encode("utf-16-le").ljust(64, b"\0")
        links = struct.pack("<HBB3I", 2 * len(name) + 2, kind, 1, free, free, child)
        return letters + links + b"\0" * 36 + struct.pack("<IQ", end, 0)

    header = OLE_MARK + b"\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    sectors = struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126)
    directory = entry("Root Entry", 5, 1) + entry("EncryptedPackage", 2, free) + b"\0" * 256
    return header + sectors + directory


def test_values_of_a_workbook_are_read_as_they_are_shown(files: RecordFiles) -> None:
    path = files.directory / "households.xlsx"
    row = ["H1", 40010201, 2561.0, "สงเคราะห์", 3.0, "พบ", datetime(2019, 10, 5)]
    same = ["H2", "40010201", "2561", "สงเคราะห์", "3", "พบ", datetime(2562, 10, 5, 8, 30)]
    write_workbook(path, {"Sheet1": [HEADERS, row, [], same]})
    files.receive("households", path)
    files.read()
    assert files.rejects() == []
    columns = "village_code, bmn_year, members_persons, status_date, row_number"
    assert files.rows(f"select {columns} from raw_households") == [
        ("40010201", 2018, 3, date(2019, 10, 5), 2),
        ("40010201", 2018, 3, date(2019, 10, 5), 4),
    ]


def test_the_first_sheet_whose_headers_fit_is_read_and_named(files: RecordFiles) -> None:
    path = files.directory / "households.xlsx"
    shifted: list[list[object]] = [[None, *HEADERS], [None, *HOUSEHOLD[:4], 0, *HOUSEHOLD[5:]]]
    write_workbook(path, {"ปก": [["โครงการ"]], "ว่าง": [], "ข้อมูล": shifted, "สำเนา": shifted})
    files.receive("households", path)
    files.read()
    assert files.tallies["households.xlsx"].sheet == "ข้อมูล"
    assert files.rows("select sheet, header, value from reject") == [
        ("ข้อมูล", "members_persons", "0")
    ]


def test_empty_lines_and_line_breaks_in_a_cell_do_not_shift_the_row_numbers(
    files: RecordFiles,
) -> None:
    broken = ["H2", *HOUSEHOLD[1:4], "many", *HOUSEHOLD[5:]]
    note = ["H\n3", *HOUSEHOLD[1:]]
    lines = (
        csv_text([HEADERS, HOUSEHOLD])
        + "\r\n\r\n"
        + csv_text([broken, note, ["H4", *HOUSEHOLD[1:]]])
    )
    receive(files, lines)
    files.read()
    assert files.rejects() == [("households.csv", 5, "members_persons", "not_integer")]
    assert files.rows("select household_id, row_number from raw_households order by all") == [
        ("H\n3", 6),
        ("H1", 2),
        ("H4", 7),
    ]


def test_a_row_with_too_many_cells_is_refused_and_one_with_too_few_is_filled(
    files: RecordFiles,
) -> None:
    headers = [*HEADERS, "source_list"]
    rows = [HOUSEHOLD, ["H2", *HOUSEHOLD[1:], "จปฐ.", "2561"], ["H3", *HOUSEHOLD[1:], "", "", ""]]
    receive(files, csv_text([headers, *rows]))
    files.read()
    assert files.rows("select row_number, column_name, header, value, rule from reject") == [
        (3, None, None, "2561", "too_many_cells")
    ]
    assert files.rows("select row_number from raw_households order by 1") == [(2,), (4,)]


def test_rows_read_on_all_cores_keep_their_numbers(files: RecordFiles) -> None:
    path = files.directory / "households.csv"
    files.connection.execute("set threads = 4")
    files.connection.execute(
        f"""
        copy (
            select
                'H' || range as household_id, '40010201' as village_code, 2018 as bmn_year,
                'relief' as household_class, 3 as members_persons, 'found' as status,
                '2019-10-05' as status_date
            from range(2, 400_002)
        ) to '{path}' (header)
        """
    )
    files.receive("households", path)
    files.read()
    assert files.rows(
        "select count(*), count(*) filter (household_id = 'H' || row_number) from raw_households"
    ) == [(400_000, 400_000)]


def test_a_file_after_one_with_empty_lines_has_its_own_numbers(files: RecordFiles) -> None:
    for name, text in (
        ("with.csv", csv_text([HEADERS, HOUSEHOLD]) + "\r\n" + csv_text([["H2", *HOUSEHOLD[1:]]])),
        ("without.csv", csv_text([HEADERS, ["H3", *HOUSEHOLD[1:]], ["H4", *HOUSEHOLD[1:]]])),
    ):
        path = files.directory / name
        path.write_text(text, newline="")
        files.receive("households", path)
    files.read()
    assert files.rows("select household_id, row_number from raw_households order by all") == [
        ("H1", 2),
        ("H2", 4),
        ("H3", 2),
        ("H4", 3),
    ]


def test_a_name_with_signs_that_search_for_files_is_a_name(files: RecordFiles) -> None:
    for name in ("households [1].csv", "households 1.csv"):
        path = files.directory / name
        path.write_text(csv_text([HEADERS, [name, *HOUSEHOLD[1:]]]), "utf-8")
        files.receive("households", path)
    files.read()
    assert files.rows("select household_id from raw_households order by batch_id") == [
        ("households [1].csv",),
        ("households 1.csv",),
    ]


def test_columns_in_any_order_among_others_are_found_by_their_headers(files: RecordFiles) -> None:
    headers = ["ลำดับ", *reversed(HEADERS), "หมายเหตุ"]
    receive(files, csv_text([headers, ["1", *reversed(HOUSEHOLD), ""], ["2", *[""] * 8]]))
    files.read()
    assert files.rows("select household_id, status_date from raw_households") == [
        ("H1", date(2019, 10, 5))
    ]
    assert files.tallies["households.csv"].rows_read == 1


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False], ids=["ended", "not ended"])
def test_any_line_ending_will_do(files: RecordFiles, ending: str, last: bool) -> None:
    text = csv_text([HEADERS, HOUSEHOLD, ["H2", *HOUSEHOLD[1:]]]).replace("\r\n", ending)
    receive(files, text if last else text.removesuffix(ending))
    files.read()
    assert files.rows("select row_number from raw_households order by 1") == [(2,), (3,)]


def test_thai_that_begins_late_in_a_file_is_read(files: RecordFiles) -> None:
    plain = [[f"H{number}", *HOUSEHOLD[1:]] for number in range(2000)]
    thai = ["Hก", *HOUSEHOLD[1:]]
    receive(files, csv_text([HEADERS, *plain, thai]).encode("cp874"))
    files.read()
    assert files.rows("select household_id from raw_households where row_number = 2002") == [
        ("Hก",)
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "has no header"),
        (b"\n\n", "has no header"),
        (b" , ,\n1,2,3\n", "has no header"),
        (csv_text([HEADERS]), "no rows"),
        (csv_text([HEADERS, [""] * 7, [" "] * 7]), "no rows"),
        (csv_text([HEADERS[1:], HOUSEHOLD[1:]]), "lacks these columns: household_id (รหัสครัวเรือน)."),
        (csv_text([[*HEADERS, "รหัสครัวเรือน"], HOUSEHOLD]), "mean the same column: household_id"),
        (csv_text([[*HEADERS, "Status "], HOUSEHOLD]), "mean the same column: status"),
        (csv_text([HEADERS]) + '"H1,40010201\n', "cannot be read as a table of text"),
        (b"household_id,\xff\xfc\xdb\n", "cannot be read as a table of text"),
        (csv_text([HEADERS, HOUSEHOLD]).encode() + b"\xff\xfc\xdb,\n", "cannot be read as a table"),
        (b"PK\x03\x04 not a workbook", "workbook is damaged"),
        (b"\xd0\xcf\x11\xe0 not a workbook", "workbook is damaged"),
    ],
)
def test_a_file_that_is_no_table_of_records_is_refused_whole(
    files: RecordFiles, content: str | bytes, said: str
) -> None:
    receive(files, content)
    error = refusal(files)
    assert error.file_name == "households.csv"
    assert said in error.message_en


def test_a_file_that_is_gone_is_refused(files: RecordFiles) -> None:
    files.receive("households", files.directory / "gone.csv")
    assert "cannot be read" in refusal(files).message_en


def test_a_refusal_gives_the_name_that_the_file_came_with(files: RecordFiles) -> None:
    path = files.directory / "0123456789abcdef.csv"
    path.write_text("a,b\n1,2\n")
    files.receive("households", path, "บัญชีครัวเรือน.csv")
    assert refusal(files).file_name == "บัญชีครัวเรือน.csv"


def test_a_workbook_locked_with_a_password_is_refused_with_how_to_unlock_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "households.xlsx"
    path.write_bytes(locked_workbook())
    with pytest.raises(BrokenFileError, match="locked with a password"):
        read_sheets(path, path.name, list(contracts().values()))


def test_nothing_is_read_when_a_later_file_is_broken(files: RecordFiles) -> None:
    files.add("households")
    broken = files.directory / "broken.csv"
    broken.write_text("reference\n1\n")
    files.receive("incomes", broken)
    refusal(files)
    assert files.rows("select count(*) from raw_households") == [(0,)]
