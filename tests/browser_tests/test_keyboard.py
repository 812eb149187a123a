"""Facts for a reader without a mouse: one stop for a map, arrows inside it, focus never lost."""

from itertools import pairwise

from playwright.sync_api import Locator, Page, expect

from tests.browser_tests.view import (
    DIMENSION_MAP,
    DIMENSIONS,
    DISTRICT_MAP,
    DISTRICTS,
    OVERVIEW,
    expect_in_link,
    expect_view,
    figure_of,
    open_view,
    pressed,
    row,
    shape,
)

WALK_WITH_ARROWS = """
(map, first) => {
    const reached = new Set([first]);
    for (const code of reached) {
        for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
            const area = map.querySelector(`.shapes [data-code="${code}"]`);
            area.focus();
            area.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            reached.add(document.activeElement.dataset.code);
        }
    }
    return [...reached];
}
"""


def focused_code(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.dataset.code ?? ''")
    return found


def expect_visible_focus(area: Locator) -> None:
    expect(area).to_be_focused()
    expect(area).to_have_css("stroke-width", "3px")
    expect(area).to_have_css("stroke-dasharray", "5px, 3px")


def test_a_map_is_one_stop_of_the_tab_key(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW)
    for dimension in DIMENSIONS:
        expect(figure_of(page, dimension).locator('.shapes [tabindex="0"]')).to_have_count(1)
    shape(figure_of(page, "occupation"), DISTRICTS[0]).focus()
    page.keyboard.press("Tab")
    expect(figure_of(page, "education").locator(".title")).to_be_focused()
    page.keyboard.press("Tab")
    expect_visible_focus(shape(figure_of(page, "education"), DISTRICTS[0]))


def test_arrows_go_to_a_neighbour_and_home_and_end_to_the_ends(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP)
    large = page.locator(DISTRICT_MAP)
    shape(large, DISTRICTS[0]).focus()
    visited = [focused_code(page)]
    for key in ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        visited.append(focused_code(page))
        expect(large.locator('.shapes [tabindex="0"]')).to_have_count(1)
    assert all(earlier != later for earlier, later in pairwise(visited))
    page.keyboard.press("End")
    expect_visible_focus(shape(large, DISTRICTS[-1]))
    page.keyboard.press("Home")
    expect_visible_focus(shape(large, DISTRICTS[0]))


def test_every_district_is_reached_with_the_arrows(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP)
    reached = page.locator(DISTRICT_MAP).evaluate(WALK_WITH_ARROWS, DISTRICTS[0])
    assert sorted(reached) == DISTRICTS


def test_enter_and_space_choose_the_district_and_the_focus_stays(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW)
    figure = figure_of(page, "health")
    area = shape(figure, DISTRICTS[-1])
    shape(figure, DISTRICTS[0]).focus()
    page.keyboard.press("End")
    for key, district in (("Enter", DISTRICTS[-1]), ("Space", None)):
        page.keyboard.press(key)
        expect_in_link(page, district=district)
        expect_view(page, OVERVIEW)
        assert pressed(figure_of(page, "welfare")) == ([district] if district else [])
        expect_visible_focus(area)


def test_focus_opens_the_tooltip_and_escape_closes_it(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP, lang="en")
    area = shape(page.locator(DISTRICT_MAP), DISTRICTS[0])
    tip = page.locator(f"{DISTRICT_MAP} .tip")
    area.focus()
    expect(tip).to_have_text(str(area.get_attribute("aria-label")))
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(area).to_be_focused()


def test_a_row_keeps_the_focus_when_it_is_chosen_and_when_the_order_changes(
    page: Page, origin: str
) -> None:
    open_view(page, origin, DIMENSION_MAP, dimension="housing")
    row(page, "4019").press("Enter")
    expect_in_link(page, district="4019")
    expect_view(page, DIMENSION_MAP)
    expect(row(page, "4019")).to_be_focused()
    row(page, "4019").press("Space")
    expect_in_link(page, district=None)
    expect(row(page, "4019")).to_be_focused()


def test_a_measure_keeps_the_focus_after_the_server_s_answer(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP)
    button = page.locator(f'{DISTRICT_MAP} [data-option="need"]')
    button.press("Enter")
    expect_in_link(page, measure="need")
    expect_view(page, DIMENSION_MAP)
    expect(button).to_be_focused()
