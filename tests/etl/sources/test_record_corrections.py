"""Facts of corrections: decided values and removals, read from a file like other records."""

from pathlib import Path

import pytest

from etl.contract import contracts
from tests.record_files import RecordFiles, csv_text

FUND = ["movement_id", "district_code", "movement_date", "direction", "amount_baht", "purpose"]
CORRECTION = [
    "correction_id", "source", "record_key", "action", "column_name", "value_before",
    "value_after", "reason", "decided_by", "decided_date",
]  # fmt: skip
MOVEMENTS = [
    ["F1", "4001", "2019-10-01", "in", "12000", "รับบริจาค"],
    ["F2", "4001", "2020-01-05", "out", "1500.5", "ซ่อมบ้าน"],
]
WHY = ["พิมพ์ผิด", "นายอำเภอ", "2020-02-01"]


@pytest.fixture
def files(tmp_path: Path) -> RecordFiles:
    return RecordFiles(tmp_path)


def write(files: RecordFiles, name: str, header: list[str], rows: list[list[str]]) -> str:
    path = files.directory / name
    path.write_text(csv_text([header, *rows]), "utf-8")
    return files.receive(name.partition("-")[0].removesuffix(".csv"), path)


def correct(files: RecordFiles, *decided: list[str]) -> str:
    """Corrections C1, C2, … with one reason."""
    rows = [[f"C{n}", *parts, *WHY] for n, parts in enumerate(decided, start=1)]
    return write(files, "corrections.csv", CORRECTION, rows)


def amounts(files: RecordFiles) -> list[tuple[object, ...]]:
    return files.rows("select movement_id, amount_baht from raw_district_fund order by all")


def test_a_value_is_corrected_and_what_stood_there_is_kept(files: RecordFiles) -> None:
    correct(files, ["district_fund", "F1", "replace", "amount_baht", "12,000", "๑๒,๕๐๐ บาท"])
    batch_id = write(files, "district_fund.csv", FUND, MOVEMENTS)
    files.read()
    assert amounts(files) == [("F1", 12500.0), ("F2", 1500.5)]
    assert files.rows("from correction") == [
        (
            batch_id, 2, "amount_baht", "12000.0", "12500.0", "พิมพ์ผิด (นายอำเภอ)",
            "พิมพ์ผิด (นายอำเภอ)", "C1",
        )
    ]  # fmt: skip


def test_the_words_of_thai_forms_name_source_action_and_column(files: RecordFiles) -> None:
    correct(files, ["กองทุนอำเภอ", "F2", "แก้ไข", "จำนวนเงิน (บาท)", "1500.50", "1600"])
    write(files, "district_fund.csv", FUND, MOVEMENTS)
    files.read()
    assert amounts(files) == [("F1", 12000.0), ("F2", 1600.0)]


def test_a_record_that_holds_another_value_by_now_is_left_alone(files: RecordFiles) -> None:
    correct(files, ["district_fund", "F1", "replace", "amount_baht", "11000", "12500"])
    write(files, "district_fund.csv", FUND, MOVEMENTS)
    files.read()
    assert amounts(files) == [("F1", 12000.0), ("F2", 1500.5)]
    assert files.rows("from correction") == []


def test_a_blank_is_filled_and_a_value_blanked(files: RecordFiles) -> None:
    correct(
        files,
        ["agencies", "A1", "replace", "name_en", "", "Temple"],
        ["agencies", "A2", "replace", "name_en", "Tempel", ""],
    )
    names = ["agency_code", "name_th", "name_en", "agency_type"]
    rows = [["A1", "วัด", "", "ชุมชน"], ["A2", "วัด", "Tempel", "ชุมชน"]]
    write(files, "agencies.csv", names, rows)
    files.read()
    found = files.rows("select agency_code, name_en from raw_agencies order by all")
    assert found == [("A1", "Temple"), ("A2", None)]


def test_a_correction_reaches_a_record_in_every_file_it_came_in(files: RecordFiles) -> None:
    correct(files, ["district_fund", "F1", "replace", "amount_baht", "12000", "12500"])
    write(files, "district_fund-1.csv", FUND, MOVEMENTS)
    write(files, "district_fund-2.csv", FUND, MOVEMENTS[:1])
    files.read()
    assert amounts(files) == [("F1", 12500.0), ("F1", 12500.0), ("F2", 1500.5)]


def test_a_removed_record_is_counted_as_refused_with_the_reason(files: RecordFiles) -> None:
    correct(files, ["district_fund", "F1", "ตัดออก", "", "", ""])
    batch_id = write(files, "district_fund.csv", FUND, MOVEMENTS)
    files.read()
    tally = files.tallies["district_fund.csv"]
    assert tally.batch_id == batch_id
    assert amounts(files) == [("F2", 1500.5)]
    assert (tally.rows_read, tally.rows_loaded, tally.rows_rejected) == (2, 1, 1)
    ((rule, value, thai),) = files.rows("select rule, value, message_th from reject")
    assert (rule, value) == ("withdrawn", "F1")
    assert "พิมพ์ผิด (นายอำเภอ)" in str(thai)
    assert files.rows("select correction_id, value_before from correction") == [("C1", "F1")]


def test_records_that_refer_to_a_removed_one_are_refused_with_it(files: RecordFiles) -> None:
    correct(files, ["agencies", "A1", "remove", "", "", ""])
    agencies = ["agency_code", "name_th", "agency_type"]
    write(files, "agencies.csv", agencies, [["A1", "พมจ.", "ราชการ"], ["A2", "วัด", "ชุมชน"]])
    officials = ["official_id", "agency_code", "district_code", "appointed_date"]
    write(
        files,
        "officials.csv",
        officials,
        [[f"O{n}", f"A{n}", "4001", "2019-10-01"] for n in (1, 2)],
    )
    files.read()
    assert files.rows("select official_id from raw_officials") == [("O2",)]
    rules = files.rows("select rule from reject order by rule")
    assert rules == [("refused_reference",), ("withdrawn",)]


def test_a_key_of_several_columns_is_parted_by_a_bar(files: RecordFiles) -> None:
    correct(files, ["bmn_surveys", "2018|4001", "remove", "", "", ""])
    names = [column.name for column in contracts()["bmn_surveys"].columns if column.required]
    values = {"bmn_year": "2018", "households_below_line": "5"}
    rows = [
        [{**values, "district_code": code}[name] for name in names] for code in ("4001", "4002")
    ]
    write(files, "bmn_surveys.csv", names, rows)
    files.read()
    assert files.rows("select district_code from raw_bmn_surveys") == [("4002",)]


@pytest.mark.parametrize(
    ("decided", "column", "rule"),
    [
        (["replace", "height", "1", "2"], "column_name", "unknown_column"),
        (["replace", "", "1", "2"], "column_name", "unknown_column"),
        (["replace", "movement_id", "F1", "F9"], "column_name", "key_column"),
        (["replace", "record_origin", "", "synthetic"], "column_name", "key_column"),
        (["replace", "amount_baht", "12000", "มาก"], "value_after", "unfit_value"),
        (["replace", "amount_baht", "12000", "-5"], "value_after", "unfit_value"),
        (["replace", "amount_baht", "12000", ""], "value_after", "unfit_value"),
        (["replace", "amount_baht", "มาก", "12000"], "value_before", "unfit_value"),
        (["replace", "movement_date", "2019-10-01", "2999-01-01"], "value_after", "unfit_value"),
    ],
)
def test_a_correction_that_cannot_be_made_is_refused(
    files: RecordFiles, decided: list[str], column: str, rule: str
) -> None:
    correct(files, ["district_fund", "F1", *decided])
    write(files, "district_fund.csv", FUND, MOVEMENTS)
    files.read()
    assert files.rows("select column_name, rule from reject") == [(column, rule)]
    assert amounts(files) == [("F1", 12000.0), ("F2", 1500.5)]


def test_every_other_source_can_be_corrected_by_its_thai_title() -> None:
    choices = contracts()["corrections"].column("source").choices
    assert {source: words[0] for source, words in choices.items()} == {
        contract.source: contract.title_th
        for contract in contracts().values()
        if contract.source != "corrections"
    }


def test_corrections_of_one_value_are_made_in_the_order_of_their_decision(
    files: RecordFiles,
) -> None:
    rows = [
        ["C1", "district_fund", "F1", "replace", "จำนวนเงิน (บาท)", "12500", "13000", *WHY],
        [
            "C2",
            "district_fund",
            "F1",
            "replace",
            "amount_baht",
            "12000",
            "12500",
            *WHY[:2],
            "2020-01-01",
        ],
        ["C3", "district_fund", "F1", "replace", "amount_baht", "12000", "99", *WHY],
    ]
    write(files, "corrections.csv", CORRECTION, rows)
    write(files, "district_fund.csv", FUND, MOVEMENTS)
    files.read()
    assert amounts(files) == [("F1", 13000.0), ("F2", 1500.5)]
    made = files.rows("select correction_id, value_before, value_after from correction order by 1")
    assert made == [("C1", "12500.0", "13000.0"), ("C2", "12000.0", "12500.0")]
