"""Facts of links: codes in the address open the same view for everybody, on any server."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import ROOT, StreamlitServer
from tests.browser_tests.faults import watch
from tests.browser_tests.view import (
    BOARD,
    DIMENSION_MAP,
    DIMENSIONS,
    DISTRICT_MAP,
    OVERVIEW,
    SUBDISTRICT_MAP,
    codes_in_link,
    expect_in_link,
    expect_view,
    figure_of,
    open_view,
    pressed,
)

SHARED = {"district": "4007", "dimension": "housing", "month": "2020-03", "measure": "solved"}
WORDS = {
    "th": {"month": "มีนาคม 2563", "measure": "แก้ไขแล้ว", "district": "น้ำพอง"},
    "en": {"month": "March 2020", "measure": "Solved", "district": "Nam Phong"},
}


def expect_shared_view(page: Page, path: str, language: str) -> None:
    """Waits until a page shows what the shared link speaks of."""
    words = WORDS[language]
    expect_view(page, path)
    expect(page.locator(".kk_sentence")).to_contain_text(words["month"])
    expect(page.get_by_role("combobox")).to_have_value(words["month"])
    measure = page.locator('.kk .switch [data-option="solved"]')
    expect(measure).to_have_text(words["measure"])
    expect(measure).to_have_attribute("aria-pressed", "true")
    if path == OVERVIEW:
        for dimension in DIMENSIONS:
            assert pressed(figure_of(page, dimension)) == ["4007"]
            expect(figure_of(page, dimension).locator(".chosen")).to_contain_text(words["district"])
    else:
        assert pressed(page.locator(DISTRICT_MAP)) == ["4007"]
        expect(page.locator(f"{SUBDISTRICT_MAP} .whole")).to_contain_text(words["district"])
    assert {**SHARED, "lang": language} == codes_in_link(page)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("path", [OVERVIEW, DIMENSION_MAP])
def test_a_shared_link_opens_the_same_view(
    page: Page, origin: str, path: str, language: str
) -> None:
    open_view(page, origin, path, lang=language, **SHARED)
    expect_shared_view(page, path, language)


def test_the_language_switch_keeps_the_view(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP, lang="th", **SHARED)
    page.get_by_role("radio", name="English").click()
    expect_in_link(page, lang="en")
    expect_shared_view(page, DIMENSION_MAP, "en")


def choose_in_menu(page: Page, section: str, title: str) -> None:
    page.get_by_test_id("stTopNavSection").filter(has_text=section).click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title).click()


def test_the_menu_keeps_the_view(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP, lang="en", **SHARED)
    choose_in_menu(page, "Situation", "Overview")
    expect(page.locator(BOARD)).to_be_visible()
    expect_in_link(page, lang="en", **SHARED)
    expect_shared_view(page, OVERVIEW, "en")
    choose_in_menu(page, "Situation", "Dimension map")
    expect(page.locator(DISTRICT_MAP)).to_be_visible()
    expect_in_link(page, lang="en", **SHARED)
    expect_shared_view(page, DIMENSION_MAP, "en")


def test_the_first_reader_of_a_new_server_may_come_by_a_deep_link(
    browser: BrowserContext, sample_warehouse: Path
) -> None:
    with StreamlitServer() as server, browser.new_page() as page:
        faults = watch(page, server.url)
        open_view(page, server.url, DIMENSION_MAP, lang="en", **SHARED)
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect_shared_view(page, DIMENSION_MAP, "en")
        assert faults == []


def test_plain_streamlit_serves_the_same_dashboard(
    browser: BrowserContext, sample_warehouse: Path
) -> None:
    with (
        StreamlitServer(script=ROOT / "dashboard.py") as server,
        browser.new_page() as page,
    ):
        faults = watch(page, server.url)
        open_view(page, server.url, OVERVIEW)
        assert faults == []
