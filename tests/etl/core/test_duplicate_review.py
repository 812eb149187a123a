"""Reviews of possible duplicate help: the latest of a pair counts, and there may be none."""

from pathlib import Path

from tests.record_files import RecordFiles
from tests.small_province import SmallProvince


def test_a_later_review_of_the_same_pair_replaces_the_earlier() -> None:
    province = SmallProvince()
    province.add("households")
    pair = {"first_help_id": "E1", "second_help_id": "E2"}
    province.add("duplicate_reviews", **pair, verdict="duplicate")
    province.add("duplicate_reviews", first_help_id="E1", second_help_id="E3")
    province.add("duplicate_reviews", "later", **pair, verdict="not_duplicate")
    province.build()
    question = "select second_help_id, verdict, batch_id from duplicate_review order by all"
    assert province.rows(question) == [
        ("E2", "not_duplicate", "duplicate_reviews-later"),
        ("E3", "not_duplicate", "duplicate_reviews-first"),
    ]


def test_a_province_without_reviews_has_none() -> None:
    province = SmallProvince()
    province.add("households")
    province.build()
    assert province.rows("from duplicate_review") == []


def test_a_review_of_help_that_nobody_recorded_is_refused(tmp_path: Path) -> None:
    files = RecordFiles(tmp_path)
    files.add("agencies")
    files.add("households")
    files.add("needs")
    files.add("help")
    files.add("help")
    files.add("duplicate_reviews")
    files.add("duplicate_reviews", first_help_id="E1", second_help_id="E9")
    files.read()
    assert files.rows("select second_help_id from raw_duplicate_reviews") == [("E2",)]
    assert files.rejects() == [
        ("duplicate_reviews-first.csv", 3, "second_help_id", "unknown_reference")
    ]
