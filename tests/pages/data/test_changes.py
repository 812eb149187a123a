"""Facts of the page of changes as a reader opens it."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.changes.pair import build_name, changes_between
from app.command_line import StoppedError
from app.warehouse import snapshots
from app.words import LANGUAGES, number, text
from tests.command import run_command
from tests.data_folders import loaded_small
from tests.income_files import write_incomes
from tests.screen import CHANGES, html, opened, words


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an older build and one with new incomes, which serves."""
    data = shutil.copytree(loaded_small(), tmp_path_factory.mktemp("changes") / "data")
    sent = write_incomes(data, data.parent / "incomes_2563.csv", "90000")
    assert run_command(data, "load", sent).code == 0
    return data


@pytest.fixture
def found(two_builds: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Any]:
    monkeypatch.setenv("KHON_KAEN_DATA", str(two_builds))
    later, earlier = snapshots()
    return changes_between(earlier, later)


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_one_build_the_page_says_what_will_be_here(language: str) -> None:
    screen = opened(CHANGES, lang=language)
    assert not screen.exception
    assert text(language, "changes.only_one") in html(screen)
    assert not [box for box in screen.selectbox if box.key == "earlier_build"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_what_moved_between_the_last_two_builds(
    found: Mapping[str, Any], language: str
) -> None:
    screen = opened(CHANGES, lang=language)
    assert not screen.exception
    told = words(screen)
    assert text(language, "aspect.income") in told
    below, above = (text(language, f"moved.{each}_line") for each in ("below", "above"))
    assert f"{below} → {above}" in told
    moved = [row for row in found["moves"] if row["standing_after"] == "above_line"]
    assert sum(row["households"] for row in moved) > 0
    new = sum(row["records_new"] for row in found["sources"])
    assert new == 26
    assert number(new) in html(screen).split("kk_sentence")[1].split("</p>")[0]


def test_builds_are_named_by_thai_time_and_chosen_by_the_link(found: Mapping[str, Any]) -> None:
    later, earlier = snapshots()
    screen = opened(CHANGES, lang="en", earlier=earlier, later=later)
    choice = screen.selectbox(key="earlier_build")
    assert choice.options == [build_name("en", earlier)]
    assert build_name("en", "20261124T210448-ff6c3e8d") == "25 November 2026, 04:04"
    assert build_name("th", "20261124T210448-ff6c3e8d") == "25 พฤศจิกายน 2569 04:04 น."
    assert build_name("th", "by-hand") == "by-hand"


def test_a_build_that_is_not_there_is_told_and_the_usual_one_shown(
    found: Mapping[str, Any],
) -> None:
    screen = opened(CHANGES, lang="en", earlier="20200101T000000-00000000")
    assert not screen.exception
    assert "20200101T000000" in screen.warning[0].value
    assert "earlier" not in screen.query_params


def test_households_are_named_only_where_none_is_real(
    found: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = {**found, "is_synthetic": False}
    monkeypatch.setattr("app.changes.sentences.changes_between", lambda *_: real)
    screen = opened(CHANGES, lang="en")
    assert not screen.exception
    assert text("en", "access.closed") in words(screen)
    household = found["households"][0]["household_id"]
    assert household not in "".join(str(element.proto) for element in screen.main)


def test_builds_of_other_versions_are_told_by_the_command_s_own_sentence(
    found: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: str) -> None:
        raise StoppedError({"th": "คนละรุ่น", "en": "another version"})

    monkeypatch.setattr("app.changes.sentences.changes_between", stop)
    screen = opened(CHANGES)
    assert not screen.exception
    assert "คนละรุ่น" in html(screen)
