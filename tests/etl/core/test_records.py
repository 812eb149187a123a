"""Facts of the records: the latest file counts, nothing else is lost."""

from tests.small_province import SmallProvince


def test_a_later_file_replaces_the_record_with_its_key_and_keeps_the_others() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("needs", need_id="N1", status="open")
    province.add("needs", need_id="N2", status="open")
    province.add("needs", "later", need_id="N1", status="beyond_local_capacity")
    province.add("needs", "later", need_id="N3", status="open")
    province.build()
    assert province.rows("select need_id, status, batch_id from need order by need_id") == [
        ("N1", "beyond_local_capacity", "needs-later"),
        ("N2", "open", "needs-first"),
        ("N3", "open", "needs-later"),
    ]
    assert province.rows("select source, batch_id from superseded") == [("needs", "needs-first")]


def test_the_last_of_three_files_counts() -> None:
    province = SmallProvince()
    for file, persons in (("first", 2), ("second", 3), ("third", 4)):
        province.add("households", file, household_id="H1", members_persons=persons)
    province.build()
    assert province.rows("select members_persons from household") == [(4,)]


def test_a_key_of_two_columns_is_one_key() -> None:
    province = SmallProvince()
    province.add("households")
    for file, day, baht in (
        ("first", "2019-10-20", 10_000),
        ("first", "2019-11-20", 11_000),
        ("later", "2019-11-20", 12_000),
    ):
        province.add(
            "incomes",
            file,
            household_id="H1",
            recorded_date=day,
            income_baht_per_person_year=baht,
        )
    province.build()
    assert province.rows(
        "select income_baht_per_person_year from income order by recorded_date"
    ) == [(10_000,), (12_000,)]


def test_a_record_keeps_its_file_and_row() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("households")
    province.build()
    assert province.rows("select batch_id, row_number from household order by row_number") == [
        ("households-first", 2),
        ("households-first", 3),
    ]
