"""Facts of `etl indicators` and `etl mpi`, shown with real processes."""

import json
import re
from typing import Any

import pytest

from etl.declaration import read_declarations
from tests.command import run_command
from tests.data_folders import loaded_province, loaded_small

THAI = re.compile("[\u0e00-\u0e7f]")
LANGUAGE = re.compile("_(th|en)$")


def answered(command: str) -> Any:
    answer = run_command(loaded_province(), command, "--json")
    assert answer.code == 0, answer.progress
    return json.loads(answer.out)


@pytest.fixture(scope="module")
def indicators() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answered("indicators")
    return found


@pytest.fixture(scope="module")
def mpi() -> dict[str, Any]:
    found: dict[str, Any] = answered("mpi")
    return found


def test_every_declared_indicator_is_listed_with_each_of_its_groups(
    indicators: list[dict[str, Any]],
) -> None:
    assert [(row["indicator"], row["group_code"]) for row in indicators] == [
        (each.indicator, group) for each in read_declarations() for group in sorted(each.groups)
    ]


def test_each_has_its_words_in_thai_and_english(indicators: list[dict[str, Any]]) -> None:
    for row in indicators:
        words = {name: word for name, word in row.items() if LANGUAGE.search(name)}
        assert len(words) == 12
        for name, word in words.items():
            assert bool(THAI.search(word)) == name.endswith("_th"), name


def test_each_has_the_province_s_figure_or_the_reason_for_none(
    indicators: list[dict[str, Any]],
) -> None:
    figures = {(row["indicator"], row["group_code"]): row for row in indicators}
    assert all((row["value"] is None) == (row["note"] is not None) for row in indicators)
    assert figures["education_helped", "all"]["value"] == pytest.approx(72.4675, abs=1e-4)
    assert figures["target_households", "relief"]["value"] == 513
    assert figures["tpmap_target_poor", "all"]["month"] == "2018-12-01"
    assert figures["tpmap_target_poor", "all"]["numerator"] == 25_637
    assert figures["reports_on_time", "all"]["note"] == "not_yet"
    assert figures["mpi_intensity", "k5"]["note"] == "not_applicable"


def test_multidimensional_poverty_has_the_known_totals(mpi: dict[str, Any]) -> None:
    assert (mpi["edition_year"], mpi["edition_year_be"]) == (2018, 2561)
    assert [row["exactly_persons"] for row in mpi["cutoffs"]] == [23_089, 2_311, 224, 13, 0]
    first = mpi["cutoffs"][0]
    assert (first["poor_persons"], first["surveyed_persons"]) == (25_637, 1_140_733)
    assert round(first["headcount_pct"], 4) == 2.2474
    assert round(first["intensity"], 4) == 0.2218
    assert round(first["adjusted_headcount"], 6) == 0.004985
    assert {row["dimension"]: row["failing_persons"] for row in mpi["contributions"]} == {
        "education": 11_230,
        "income": 7_905,
        "living": 4_901,
        "health": 4_241,
        "access": 158,
    }


def test_combinations_that_someone_has_add_up_to_the_target_poor(mpi: dict[str, Any]) -> None:
    combinations = mpi["combinations"]
    assert sum(row["target_poor_persons"] for row in combinations) == 25_637
    assert [row["target_poor_persons"] for row in combinations] == sorted(
        (row["target_poor_persons"] for row in combinations), reverse=True
    )
    for row in combinations:
        assert row["deprivations"] == row["combination"].count("1")
        assert row["persons"] >= row["target_poor_persons"]
        assert row["households"] > 0


def test_a_person_reads_the_same_figures() -> None:
    shown = run_command(loaded_province(), "indicators").out
    line = next(each for each in shown.splitlines() if each.startswith("education_helped"))
    assert "72.4675  ร้อยละ / %" in line
    assert "Households helped in education" in line
    shown = run_command(loaded_province(), "mpi").out
    assert "TPMAP ปี 2561" in shown
    assert re.search(r"25,637 +23,089 +28,435 +2\.24741 +0\.2218 +0\.004985", shown)


def test_without_a_survey_there_is_no_multidimensional_poverty_and_it_says_so() -> None:
    assert run_command(loaded_small(), "mpi", "--json").out.strip() == "null"
    shown = run_command(loaded_small(), "mpi").out
    assert "31 ชุดด้าน" in shown
    assert "all 31 selections" in shown
    listed = run_command(loaded_small(), "indicators").out
    assert re.search(r"mpi_headcount +ไม่ได้จัดเก็บ / not collected", listed)
