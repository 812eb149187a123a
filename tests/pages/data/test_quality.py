"""Facts of the data-quality page as a reader opens it."""

from pathlib import Path

import pytest

from app.indicators import areas
from app.words import LANGUAGES, text
from tests.screen import QUALITY, html, opened, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_the_doubtful_districts_and_every_rule(
    sample_warehouse: Path, language: str
) -> None:
    districts = areas(sample_warehouse.stem)["district"]
    screen = opened(QUALITY, lang=language)
    assert not screen.exception
    shown = html(screen)
    for code in ("4002", "4005", "4019", "4011"):
        assert f">{districts[code].name(language)}</th>" in shown
    assert text(language, "quality.nothing_found") in shown
    assert text(language, "origin.tpmap_open") in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_district_sees_only_what_is_its_own(language: str) -> None:
    shown = words(opened(QUALITY, lang=language, district="4002"))
    all_shown = words(opened(QUALITY, lang=language))
    zero = text(language, "quality.suspicious_zero_found")
    assert shown.split(zero)[1].split("</table>")[0].count("<tr>") == 1
    assert all_shown.split(zero)[1].split("</table>")[0].count("<tr>") == 9


def test_a_district_chosen_on_the_page_stands_in_the_link() -> None:
    screen = opened(QUALITY, lang="en")
    screen.selectbox(key="quality_district").select("4011").run()
    assert dict(screen.query_params) == {"lang": "en", "district": "4011"}
    assert "Recorded (households)" in words(screen)
