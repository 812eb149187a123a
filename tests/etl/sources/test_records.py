"""Record files are loaded row by row, or refused with the place and what to do."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etl.contract import contracts
from tests.record_files import TODAY, RecordFiles, write_csv

FOUND_ON = date(2019, 10, 5)


@pytest.fixture
def files(tmp_path: Path) -> RecordFiles:
    return RecordFiles(tmp_path)


def test_thai_headers_words_years_and_digits_are_read_as_the_contract_means_them(
    files: RecordFiles,
) -> None:
    path = files.directory / "ครัวเรือน.csv"
    columns = contracts()["households"].columns[:7]
    write_csv(
        path,
        [
            [column.headers[0] for column in columns],
            ["H1", "40010201", "2561", "พัฒนาได้", "3", "พบ", "5/10/2562"],
            ["H2", "๔๐๐๑๐๒๐๑", "2018", "relief", " ๒ ", "Moved", "2019-10-05"],
        ],
    )
    files.receive("households", path)
    files.read()
    names = ", ".join(column.name for column in columns)
    assert files.rows(f"select {names}, row_number, conversions from raw_households") == [
        ("H1", "40010201", 2018, "developable", 3, "found", FOUND_ON, 2, 4),
        ("H2", "40010201", 2018, "relief", 2, "moved", FOUND_ON, 3, 3),
    ]
    tally = files.tallies["ครัวเรือน.csv"]
    assert (tally.rows_read, tally.rows_loaded, tally.rows_rejected, tally.conversions) == (
        2,
        2,
        0,
        7,
    )


def test_a_column_that_the_file_lacks_is_blank_and_one_that_is_not_asked_for_is_left(
    files: RecordFiles,
) -> None:
    files.add("households", wants_help=None, note="ไม่อยู่ในสัญญาข้อมูล")
    files.read()
    assert files.rows("select wants_help, source_list from raw_households") == [(None, None)]


@pytest.mark.parametrize(
    ("source", "column", "value", "rule", "said"),
    [
        ("households", "household_id", "", "required_blank", "“household_id” must not be blank"),
        ("households", "household_id", " - ", "required_blank", "must not be blank"),
        ("households", "village_code", "4001020", "not_code", "not a code of 8 digits"),
        ("households", "bmn_year", "ปีก่อน", "not_year", "“ปีก่อน” in “bmn_year” is not a year"),
        ("households", "bmn_year", "2570", "in_the_future", "later than today"),
        ("households", "bmn_year", "61", "too_long_ago", "before 1900"),
        ("households", "household_class", "รวย", "not_choice", "one of: developable, relief."),
        ("households", "members_persons", "2.5", "not_integer", "not a whole number"),
        ("households", "members_persons", "0", "below_minimum", "less than 1."),
        ("households", "members_persons", "31", "above_maximum", "more than 30."),
        ("households", "status_date", "31/02/2563", "not_date", "is not a date"),
        ("households", "status_date", "2026-01-02", "in_the_future", "later than today"),
        ("households", "status_date", "5/10/3105", "in_the_future", "plus 543"),
        ("households", "status_date", "1476-10-05", "too_long_ago", "plus 543"),
        ("households", "wants_help", "อาจจะ", "not_boolean", "neither yes nor no"),
        ("households", "village_code", "40990101", "unknown_subdistrict", "no known sub-district"),
        ("households", "village_code", "40991101", "unknown_subdistrict", "no known sub-district"),
        ("households", "village_code", "40999901", "unknown_subdistrict", "no known sub-district"),
        ("officials", "district_code", "4030", "unknown_district", "is not a district"),
        ("incomes", "income_baht_per_person_year", "-1", "below_minimum", "less than 0."),
        ("incomes", "income_baht_per_person_year", "มาก", "not_decimal", "is not a number"),
        ("reports", "report_month", "2562", "not_month", "is not a month"),
        ("reports", "report_month", "2026-02", "in_the_future", "later than today"),
        ("officials", "agency_code", "A9", "unknown_reference", "records “Partner agencies”"),
        ("incomes", "household_id", "H9", "unknown_reference", "records “Target households”"),
        ("visits", "official_id", "O9", "unknown_reference", "records “Siew partner officers”"),
        ("help", "need_id", "N9", "unknown_reference", "records “Needs of households”"),
    ],
)
def test_a_value_that_breaks_its_contract_is_refused_with_what_to_do(
    files: RecordFiles, source: str, column: str, value: str, rule: str, said: str
) -> None:
    for of in ("agencies", "officials", "households", "needs"):
        files.add(of)
    files.add(source, "tested", **{column: value})
    files.read()
    name = f"{source}-tested.csv"
    assert files.rejects() == [(name, 2, column, rule)]
    [(header, found, thai, english)] = files.rows(
        "select header, value, message_th, message_en from reject"
    )
    assert header == column
    assert (found or "") == value
    assert said in english
    assert "{" not in thai + english
    tally = files.tallies[name]
    assert (tally.rows_read, tally.rows_loaded, tally.rows_rejected) == (1, 0, 1)


def test_a_village_of_a_municipal_unit_is_known(files: RecordFiles) -> None:
    for village in ("40019901", "40016501", "40015302", "40010101", "50010101"):
        files.add("households", village_code=village)
    files.read()
    assert files.rejects() == []


def test_a_good_row_beside_a_bad_one_is_loaded_under_its_own_number(files: RecordFiles) -> None:
    for persons in (0, 3, "many", 4):
        files.add("households", members_persons=persons)
    files.read()
    assert files.rows("select household_id, row_number from raw_households order by all") == [
        ("H2", 3),
        ("H4", 5),
    ]
    assert [row for _, row, _, _ in files.rejects()] == [2, 4]


def test_a_row_with_several_faults_is_refused_once_and_tells_each(files: RecordFiles) -> None:
    files.add("households", members_persons=0, status="หาย", bmn_year="")
    files.read()
    assert [(column, rule) for _, _, column, rule in files.rejects()] == [
        ("bmn_year", "required_blank"),
        ("members_persons", "below_minimum"),
        ("status", "not_choice"),
    ]
    assert files.tallies["households-first.csv"].rows_rejected == 1


def test_the_first_of_two_rows_with_one_key_is_kept(files: RecordFiles) -> None:
    for persons in (3, 4, 5):
        files.add("households", household_id="H1", members_persons=persons)
    files.add("households", household_id="H2")
    files.read()
    assert files.rows("select household_id, members_persons from raw_households order by all") == [
        ("H1", 3),
        ("H2", 3),
    ]
    name = "households-first.csv"
    assert files.rejects() == [
        (name, 3, "household_id", "duplicate_key"),
        (name, 4, "household_id", "duplicate_key"),
    ]
    for message, *_ in files.rows(
        "select message_en from reject union select message_th from reject"
    ):
        assert "H1" in message
        assert " 2 " in message


def test_a_refused_row_makes_no_other_a_duplicate(files: RecordFiles) -> None:
    for persons in (0, 4):
        files.add("households", household_id="H1", members_persons=persons)
    files.read()
    assert files.rejects() == [("households-first.csv", 2, "members_persons", "below_minimum")]
    assert files.rows("select row_number from raw_households") == [(3,)]


def test_a_key_of_two_columns_stands_twice_only_when_both_are_the_same(files: RecordFiles) -> None:
    files.add("households")
    for day in ("2019-10-20", "2019-10-21", "20/10/2562"):
        files.add("incomes", household_id="H1", recorded_date=day)
    files.read()
    assert files.rejects() == [("incomes-first.csv", 4, "household_id", "duplicate_key")]


def test_the_same_key_in_a_later_file_is_no_duplicate(files: RecordFiles) -> None:
    files.add("households", "first", household_id="H1")
    files.add("households", "later", household_id="H1")
    files.read()
    assert files.rejects() == []
    assert files.rows("select count(*) from raw_households") == [(2,)]


def test_what_refers_to_a_refused_record_is_refused_with_its_place(files: RecordFiles) -> None:
    files.add("agencies")
    files.add("households", village_code="40990101")
    files.add("needs", household_id="H1")
    files.add("help", need_id="N1")
    files.read()
    assert files.rejects() == [
        ("help-first.csv", 2, "need_id", "refused_reference"),
        ("households-first.csv", 2, "village_code", "unknown_subdistrict"),
        ("needs-first.csv", 2, "household_id", "refused_reference"),
    ]
    messages = dict(files.rows("select file_name, message_en from reject"))
    assert "row 2 of households-first.csv" in messages["needs-first.csv"]
    assert "row 2 of needs-first.csv" in messages["help-first.csv"]


def test_a_record_refused_in_a_later_file_still_counts_as_it_was_before(files: RecordFiles) -> None:
    files.add("households", "first", household_id="H1")
    files.add("households", "later", household_id="H1", members_persons=0)
    files.add("incomes", household_id="H1")
    files.read()
    assert files.rejects() == [("households-later.csv", 2, "members_persons", "below_minimum")]
    assert files.tallies["incomes-first.csv"].rows_loaded == 1


def test_an_old_code_of_a_district_is_corrected_and_noted(files: RecordFiles) -> None:
    files.add("households", village_code="40260101")
    files.add("households", village_code="40290101")
    files.read()
    assert files.rows("select village_code from raw_households") == [("40290101",), ("40290101",)]
    assert files.rows("select * exclude (reason_th, reason_en, correction_id) from correction") == [
        ("batch-1", 2, "village_code", "40260101", "40290101")
    ]
    [(thai, english)] = files.rows("select reason_th, reason_en from correction")
    assert "เวียงเก่า" in thai
    assert "Wiang Kao" in english
    assert files.tallies["households-first.csv"].conversions == 1


def test_a_correction_in_a_refused_row_is_not_noted(files: RecordFiles) -> None:
    files.add("households", village_code="40260101", members_persons=0)
    files.read()
    assert files.rows("select rule, value from reject") == [("below_minimum", "0")]
    assert files.rows("select count(*) from correction") == [(0,)]
    assert files.tallies["households-first.csv"].conversions == 0


def test_empty_rows_are_no_records_but_keep_their_numbers(files: RecordFiles) -> None:
    files.add("households")
    files.records["households", "first"] += [{}, {"household_id": " "}]
    files.add("households", household_id="H2", members_persons=0)
    files.read()
    tally = files.tallies["households-first.csv"]
    assert (tally.rows_read, tally.rows_loaded) == (2, 1)
    assert [row for _, row, _, _ in files.rejects()] == [5]


def test_a_record_dated_today_is_not_in_the_future(files: RecordFiles) -> None:
    files.add("households", status_date=TODAY)
    files.read()
    assert files.rejects() == []


def test_what_an_officer_wrote_is_shown_as_it_stands(files: RecordFiles) -> None:
    files.add("households", members_persons="{row} '๒ คน' <b>")
    files.read()
    [(value, thai, english)] = files.rows("select value, message_th, message_en from reject")
    assert value == "{row} '๒ คน' <b>"
    assert value in thai
    assert value in english


def test_a_file_without_records_leaves_empty_tables(files: RecordFiles) -> None:
    files.read()
    counts: list[tuple[Any, ...]] = [
        row for source in contracts() for row in files.rows(f"select count(*) from raw_{source}")
    ]
    assert counts == [(0,)] * len(contracts())
    assert files.rows("from reject union all by name from correction") == []


def test_progress_names_each_file_once(files: RecordFiles) -> None:
    files.add("households")
    files.add("incomes", household_id="H1")
    files.add("incomes", "later", household_id="H1")
    files.read()
    assert sorted(files.told) == ["households-first.csv", "incomes-first.csv", "incomes-later.csv"]


def test_nothing_of_the_reading_is_left_in_the_warehouse(files: RecordFiles) -> None:
    files.add("households", members_persons=0)
    files.read()
    tables = files.rows("select table_name from duckdb_tables() where not temporary")
    expected = {f"raw_{source}" for source in contracts()} | {"reject", "correction"}
    assert {name for (name,) in tables} == expected
