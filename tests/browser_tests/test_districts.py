"""Facts of the compare page and the profile in a browser: sorting, opening, choosing, printing."""

import re

import duckdb
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser_tests import mart
from tests.browser_tests.view import (
    COMPARE,
    DISTRICT_MAP,
    DISTRICTS,
    PROFILE,
    SUBDISTRICT_MAP,
    codes_in_link,
    expect_in_link,
    expect_view,
    open_view,
    shape,
)

RUG = ".st-key-rug .kk"
MARKED = """
select area_code, standing
from mart_comparison
where indicator = 'households_visited' and group_code = 'all' and month = date '2020-09-01'
"""
MARKS = {
    "higher": "Above the province by more than chance",
    "lower": "Below the province by more than chance",
    "like": "Not told apart from the province",
}
PAGES_OF_PAPER = 2


def order_of(page: Page) -> list[str]:
    """The codes of the districts from the top of the table to its end."""
    found: list[str] = page.locator(f"{RUG} [data-row]").evaluate_all(
        "rows => rows.map(row => row.dataset.row)"
    )
    return found


def head(page: Page, place: int) -> Locator:
    """The head of a column; -1 is that of the names."""
    return page.locator(f'{RUG} th[data-sort="{place}"]')


def cell(page: Page, code: str, indicator: str) -> Locator:
    return page.locator(f'{RUG} [data-row="{code}"] [data-indicator="{indicator}"]')


@pytest.mark.parametrize("language", ["th", "en"])
def test_names_stand_in_the_order_of_their_language(
    page: Page, origin: str, sample: duckdb.DuckDBPyConnection, language: str
) -> None:
    open_view(page, origin, COMPARE, lang=language)
    names = mart.names(sample, language)
    expect(page.locator(f"{RUG} [data-row]")).to_have_count(len(DISTRICTS))
    expected = page.evaluate(
        "([names, language]) => names.sort(new Intl.Collator(language).compare)",
        [[names[code] for code in DISTRICTS], language],
    )
    assert [names[code] for code in order_of(page)] == expected
    expect(head(page, -1)).to_have_attribute("aria-sort", "ascending")


def test_a_column_sorts_by_its_figures_with_the_keyboard_and_without_the_server(
    page: Page, origin: str, sample: duckdb.DuckDBPyConnection
) -> None:
    open_view(page, origin, COMPARE, lang="en")
    found = mart.cells(sample, "housing_helped", "district", "2020-09")
    page.evaluate("WebSocket.prototype.send = () => {}")
    for order, turn in (("descending", -1), ("ascending", 1)):
        head(page, 3).get_by_role("button").press("Enter")
        expect(head(page, 3)).to_have_attribute("aria-sort", order)
        values = [found[code].value for code in order_of(page)]
        known = [value for value in values if value is not None]
        assert known == sorted(known, key=lambda value: turn * value)
        assert values[len(known) :] == [None] * (len(values) - len(known))
        assert len(known) < len(values)
        expect(head(page, 3).get_by_role("button")).to_be_focused()
    assert page.locator(f"{RUG} [aria-sort]").count() == 1


def test_every_mark_has_the_shape_and_the_words_of_its_standing(
    page: Page, origin: str, sample: duckdb.DuckDBPyConnection
) -> None:
    open_view(page, origin, COMPARE, lang="en")
    found = dict(sample.execute(MARKED).fetchall())
    assert set(found.values()) == set(MARKS)
    drawings: dict[str, set[str | None]] = {}
    for code, standing in found.items():
        mark = cell(page, code, "households_visited").get_by_role("img")
        expect(mark).to_have_attribute("aria-label", MARKS[standing])
        drawings.setdefault(standing, set()).add(mark.locator("path").get_attribute("d"))
    assert {len(each) for each in drawings.values()} == {1}
    assert len(set.union(*drawings.values())) == len(MARKS)


def test_figures_of_the_table_are_the_mart_s(
    page: Page, origin: str, sample: duckdb.DuckDBPyConnection
) -> None:
    open_view(page, origin, COMPARE, lang="en")
    page.locator(f'{RUG} [data-option="solved"]').click()
    expect_in_link(page, measure="solved")
    found = mart.cells(sample, "health_solved", "district", "2020-09")
    for code, figures in found.items():
        shown = cell(page, code, "health_solved")
        expect(shown.locator(".value")).to_have_text(mart.figure("health_solved", figures))
        expect(shown.locator(".share")).to_have_text(f"{figures.numerator}/{figures.denominator}")


def test_a_row_opens_the_profile_of_its_district(page: Page, origin: str) -> None:
    open_view(page, origin, COMPARE, lang="en", month="2020-03")
    link = page.locator(f'{RUG} [data-row="4012"] a')
    expect(link).to_have_attribute("href", re.compile(r"^profile\?.*district=4012"))
    link.press("Enter")
    expect(page.get_by_role("heading", name="Phon district")).to_be_visible()
    expect_in_link(page, district="4012", month="2020-03", lang="en")
    expect_view(page, PROFILE)


@pytest.mark.parametrize("path", [COMPARE, PROFILE])
def test_a_shared_link_opens_the_same_view(page: Page, origin: str, path: str) -> None:
    codes = {
        "lang": "en",
        "district": "4007",
        "districts": "4007,4012",
        "indicator": "health_helped",
        "since": "2020-02",
        "month": "2020-03",
    }
    open_view(page, origin, path, **codes)
    assert codes_in_link(page) == codes
    if path == COMPARE:
        expect(page.get_by_text("Nam Phong beside Phon")).to_be_visible()
        expect(page.get_by_text("since February 2020").first).to_be_visible()
    else:
        expect(page.get_by_role("heading", name="Nam Phong district")).to_be_visible()


def test_a_district_is_chosen_on_the_map_of_the_profile(page: Page, origin: str) -> None:
    open_view(page, origin, PROFILE, lang="en")
    shape(page.locator(DISTRICT_MAP), "4012").click()
    expect_in_link(page, district="4012")
    expect(page.get_by_role("heading", name="Phon district")).to_be_visible()
    expect(page.locator(f"{SUBDISTRICT_MAP} .whole")).to_contain_text("Phon")


@pytest.mark.parametrize(("language", "district"), [("th", "4001"), ("en", "4007")])
def test_a_profile_is_printed_on_two_sheets(
    page: Page, origin: str, language: str, district: str
) -> None:
    open_view(page, origin, PROFILE, lang=language, district=district)
    expect(page.locator(f"{SUBDISTRICT_MAP} .shapes path").first).to_be_visible()
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) <= PAGES_OF_PAPER
