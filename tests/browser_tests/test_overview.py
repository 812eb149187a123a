"""Facts of the overview: five small maps that are chosen on together."""

from itertools import pairwise

from playwright.sync_api import Page, expect

from tests.browser_tests.view import (
    BOARD,
    DIMENSION_MAP,
    DIMENSIONS,
    DISTRICTS,
    OVERVIEW,
    codes_in_link,
    codes_of,
    expect_in_link,
    expect_view,
    figure_of,
    open_view,
    pressed,
    shape,
    spoken,
)


def test_each_of_the_five_maps_draws_the_26_districts(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW)
    for dimension in DIMENSIONS:
        assert codes_of(figure_of(page, dimension)) == DISTRICTS


def test_a_click_marks_the_district_on_every_map_and_in_the_link(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW)
    shape(figure_of(page, "health"), "4007").click()
    expect_in_link(page, district="4007")
    for dimension in DIMENSIONS:
        figure = figure_of(page, dimension)
        assert pressed(figure) == ["4007"]
        expect(figure.locator(".outline")).to_have_count(1)
        expect(figure.locator(".chosen")).to_have_text(spoken(figure)["4007"])
        expect(figure.locator(".course .line.district")).to_have_count(1)


def test_a_second_click_clears_the_district(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW, district="4007")
    shape(figure_of(page, "welfare"), "4007").click()
    expect_in_link(page, district=None)
    for dimension in DIMENSIONS:
        assert pressed(figure_of(page, dimension)) == []
    expect(page.locator(f"{BOARD} .outline")).to_have_count(0)


def test_quick_clicks_end_at_the_last_district(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW)
    figure = figure_of(page, "health")
    for code in ("4007", "4001", "4012"):
        shape(figure, code).click()
        assert pressed(figure) == [code]
    expect_in_link(page, district="4012")
    assert pressed(figure) == ["4012"]


def test_the_measure_switch_changes_every_map_and_the_link(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW)
    seen = [[spoken(figure_of(page, dimension)) for dimension in DIMENSIONS]]
    for measure, shown in (("solved", "แก้ไขแล้ว"), ("need", "มีความต้องการ")):
        button = page.locator(f'{BOARD} [data-option="{measure}"]')
        expect(button).to_have_text(shown)
        button.press("Enter")
        expect_in_link(page, measure=measure)
        expect_view(page, OVERVIEW)
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_be_focused()
        seen.append([spoken(figure_of(page, dimension)) for dimension in DIMENSIONS])
    for maps in zip(*seen, strict=True):
        assert all(earlier != later for earlier, later in pairwise(maps))


def test_the_name_of_a_dimension_opens_its_large_map(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW, district="4012", month="2020-03")
    figure_of(page, "education").get_by_role("button", name="การศึกษา", exact=True).click()
    page.wait_for_url("**/dimension_map?**")
    expect_view(page, DIMENSION_MAP)
    codes = {"dimension": "education", "district": "4012", "month": "2020-03"}
    assert codes.items() <= codes_in_link(page).items()


def test_a_finding_opens_the_map_of_its_place(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW, lang="en")
    finding = page.locator("[data-testid=stPageLink] a", has_text="Housing").first
    expect(finding).to_contain_text("Ubolratana")
    finding.click()
    page.wait_for_url("**/dimension_map?**")
    expect_view(page, DIMENSION_MAP)
    assert {"dimension": "housing", "lang": "en"}.items() <= codes_in_link(page).items()
