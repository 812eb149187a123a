"""Facts of the synthetic reviews of repeated help, read back from the file."""

from pathlib import Path

import pytest

from etl.demo.generate import write_demo
from etl.demo.planted import Planted
from tests.planted_cases import Row, repeated_help, rows_of

DUPLICATE = "สองหน่วยงานช่วยเรื่องเดียวกันโดยไม่ได้ประสานกัน"
NO_DUPLICATE = {"วัสดุคนละชนิด", "ให้คนละคนในครัวเรือน", "แบ่งให้สองงวดตามแผน"}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Planted]:
    directory = tmp_path_factory.mktemp("reviews")
    return directory, write_demo(directory, 11_740)


@pytest.fixture(scope="module")
def reviews(province: tuple[Path, Planted]) -> list[dict[str, str]]:
    return rows_of(province[0], "duplicate_reviews")


@pytest.fixture(scope="module")
def help_of(province: tuple[Path, Planted]) -> dict[str, Row]:
    return {row["help_id"]: row for row in rows_of(province[0], "help")}


def test_a_sixth_of_the_repeats_is_reviewed_and_a_fifth_of_these_are_duplicates(
    province: tuple[Path, Planted], reviews: list[dict[str, str]]
) -> None:
    assert len(reviews) == round(len(province[1].repeated_help) / 6)
    duplicates = [row for row in reviews if row["verdict"] == "duplicate"]
    assert len(duplicates) == round(len(reviews) / 5)


def test_only_repeated_help_is_reviewed(
    province: tuple[Path, Planted], reviews: list[dict[str, str]]
) -> None:
    found = repeated_help(rows_of(province[0], "needs"), rows_of(province[0], "help"))
    assert {(row["first_help_id"], row["second_help_id"]) for row in reviews} <= found


def test_a_review_is_dated_after_the_second_help(
    reviews: list[dict[str, str]], help_of: dict[str, Row]
) -> None:
    for row in reviews:
        second = help_of[row["second_help_id"]]
        assert second["help_date"] < row["reviewed_date"] <= "2020-09-30"


def test_the_reason_fits_the_verdict(reviews: list[dict[str, str]]) -> None:
    assert {(row["verdict"], row["reason"]) for row in reviews} == {
        ("duplicate", DUPLICATE),
        *(("not_duplicate", reason) for reason in NO_DUPLICATE),
    }
    assert {row["reviewed_by"] for row in reviews} == {"ศจพ.อ.", "เลขานุการ ศจพ.จ."}


def test_the_reason_fits_the_help_and_the_household(
    province: tuple[Path, Planted], reviews: list[dict[str, str]], help_of: dict[str, Row]
) -> None:
    need_of = {row["need_id"]: row for row in rows_of(province[0], "needs")}
    persons = {
        row["household_id"]: int(row["members_persons"])
        for row in rows_of(province[0], "households")
    }
    for row in reviews:
        event = help_of[row["first_help_id"]]
        need = need_of[event["need_id"]]
        if row["reason"] == "วัสดุคนละชนิด":
            assert event["in_kind"]
        if row["reason"] == "ให้คนละคนในครัวเรือน":
            assert need["dimension"] != "housing"
            assert persons[need["household_id"]] > 1


def test_where_nothing_is_reviewed_there_is_no_file(tmp_path: Path) -> None:
    assert write_demo(tmp_path, 26, 7).reviewed_not_duplicate == frozenset()
    assert not (tmp_path / "duplicate_reviews").exists()
