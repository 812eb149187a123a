"""Facts that hold on every page."""

import re
from pathlib import Path

import pytest

from app.words import LANGUAGES
from tests.planted_cases import rows_of
from tests.screen import PAGES, html, opened, words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_no_field_or_name_of_the_code_is_left_in_the_words(page: str, language: str) -> None:
    shown = words(opened(page, lang=language, district="4007", month="2020-02"))
    assert not re.search(r"[{}]|\b(None(?! of)|nan|<NA>|not_applicable|no_data)\b", shown)


def test_every_page_has_its_download_and_its_sources(sample_sources: Path) -> None:
    household = rows_of(sample_sources, "households")[0]["household_id"]
    for page in PAGES:
        screen = opened(page, lang="en", district="4007", household=household)
        shown = html(screen)
        # A list is downloaded as a workbook, and stands open.
        assert shown.count('<details class="kk_table">') <= len(screen.get("download_button"))
        assert screen.get("download_button")
        assert shown.count('<section class="kk_source">') == 1
        assert "Build 20201001T000000-5a3b1e00" in shown
