"""Facts of the refused rows on screen: where each stands and why, never what was written."""

import tomllib
from html import unescape
from pathlib import Path

import pytest

from app.quality.refused import (
    SHOWN_AT_MOST,
    Refused,
    refused_markup,
    refused_rows,
    refused_sentence,
)
from app.words import LANGUAGES, branch, text
from tests.published_warehouse import publish
from tests.screen import QUALITY, opened, words
from tests.small_province import SmallProvince

ROOT = Path(__file__).resolve().parents[3]
FAULT = Refused("needs", "needs.xlsx", "แผ่น <1>", 1200, None, "too_many_cells", 7)
SECRET = "นายสมชาย 1234567890123"


@pytest.fixture
def refusing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A build that serves and refused more rows than are shown, each with a personal value."""
    province = SmallProvince()
    province.add("households")
    province.add("needs")
    province.connection.executemany(
        "insert into reject values ('needs-first', 'needs.csv', null, ?, 'severity', 'ความรุนแรง', "
        "?, 'above_maximum', ?, ?)",
        [[row, SECRET, SECRET, SECRET] for row in range(SHOWN_AT_MOST + 5, 0, -1)],
    )
    publish(tmp_path, province, "refusing")
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    return "refusing"


def test_the_first_faults_are_read_in_order_with_the_number_of_all(refusing: str) -> None:
    found = refused_rows(refusing)
    assert [each.row_number for each in found] == list(range(1, SHOWN_AT_MOST + 1))
    assert {each.faults for each in found} == {SHOWN_AT_MOST + 5}
    assert found[0] == Refused(
        "needs", "needs.csv", None, 1, "ความรุนแรง", "above_maximum", SHOWN_AT_MOST + 5
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_place_and_reason_and_no_value(refusing: str, language: str) -> None:
    screen = opened(QUALITY, lang=language)
    assert not screen.exception
    shown = words(screen)
    assert refused_sentence(language, refused_rows(refusing)) in shown
    assert shown.count(text(language, "refusal.above_maximum")) == SHOWN_AT_MOST
    assert SECRET not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_that_a_row_is_refused_for_has_words(language: str) -> None:
    refusals = ROOT / "etl" / "words" / f"refusals_{language}.toml"
    known = tomllib.loads(refusals.read_text("utf-8"))["row"]
    assert branch(language, "refusal").keys() == known.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_a_whole_row_names_file_and_sheet(language: str) -> None:
    shown = refused_markup(language, [FAULT])
    assert "needs.xlsx · แผ่น &lt;1&gt;" in shown
    assert text(language, "refused.whole_row") in shown
    assert '<td class="number">1,200</td>' in unescape(shown)


def test_nothing_refused_is_said(build_id: str) -> None:
    assert refused_rows(build_id) == ()
    assert refused_sentence("en", ()) == "No row was refused."
