"""Facts of the dimension map: one large map beside its list, its months and its sub-districts."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.map.geometry import drawing
from tests.browser_tests.faults import watch
from tests.browser_tests.held_answers import HeldAnswers
from tests.browser_tests.view import (
    DIMENSION_MAP,
    DISTRICT_MAP,
    DISTRICTS,
    SUBDISTRICT_MAP,
    codes_in_link,
    codes_of,
    expect_in_link,
    open_view,
    pressed,
    row,
    shape,
    spoken,
)

STEP_MS = 900
SLIDER = f"{DISTRICT_MAP} input[type=range]"
MONTH_SHOWN = f"{DISTRICT_MAP} .month_control output"

RECORD_WHAT_IS_SHOWN = """
large => {
    window.shown = new Set();
    new MutationObserver(() => window.shown.add(
        large.querySelector('output').textContent + ' '
            + large.querySelector('[aria-pressed="true"][data-code]').dataset.code
    )).observe(large, { subtree: true, childList: true, attributes: true });
}
"""


@pytest.fixture
def clocked(browser: BrowserContext, origin: str) -> Iterator[Page]:
    """A page whose clock the test moves, in a window of its own: a window has one clock."""
    assert browser.browser is not None
    with browser.browser.new_context() as context:
        page = context.new_page()
        faults = watch(page, origin)
        page.clock.install()
        yield page
        assert faults == []


def test_the_map_and_its_list_hold_the_26_districts(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP)
    large = page.locator(DISTRICT_MAP)
    assert codes_of(large) == DISTRICTS
    rows = large.locator("[data-row]").evaluate_all("rows => rows.map(row => row.dataset.row)")
    assert sorted(rows) == DISTRICTS
    expect(page.locator(SUBDISTRICT_MAP)).to_have_count(0)


def test_a_click_on_the_map_opens_the_sub_districts(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP)
    shape(page.locator(DISTRICT_MAP), "4007").click()
    expect_in_link(page, district="4007")
    below = page.locator(SUBDISTRICT_MAP)
    drawn = [code for code in drawing("subdistrict").shapes if code.startswith("4007")]
    expect(below.locator(".shapes path")).to_have_count(len(drawn))
    assert codes_of(below) == sorted(drawn)
    expect(row(page, "4007")).to_have_attribute("aria-pressed", "true")


def test_a_row_of_the_list_chooses_and_clears_as_the_map_does(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP)
    row(page, "4029").click()
    expect_in_link(page, district="4029")
    assert pressed(page.locator(DISTRICT_MAP)) == ["4029"]
    expect(page.locator(SUBDISTRICT_MAP)).to_be_visible()
    row(page, "4029").click()
    expect_in_link(page, district=None)
    assert pressed(page.locator(DISTRICT_MAP)) == []
    expect(page.locator(SUBDISTRICT_MAP)).to_have_count(0)


def test_a_district_keeps_its_sub_districts_when_another_is_chosen(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP, district="4007")
    row(page, "4001").click()
    expect_in_link(page, district="4001")
    expect(page.locator(f"{SUBDISTRICT_MAP} .shapes path").first).to_have_attribute(
        "data-code", "400101"
    )
    assert {code[:4] for code in codes_of(page.locator(SUBDISTRICT_MAP))} == {"4001"}


def test_the_measure_switch_changes_map_list_and_link(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP)
    large = page.locator(DISTRICT_MAP)
    seen = [(spoken(large), large.locator(".whole").inner_text(), row(page, "4001").inner_text())]
    for measure in ("solved", "need", "baseline"):
        large.locator(f'[data-option="{measure}"]').click()
        expect_in_link(page, measure=measure)
        is_monthly = measure != "baseline"
        expect(large.locator(".month_control")).to_be_visible(visible=is_monthly)
        expect(page.get_by_test_id("stAlert")).to_have_count(0 if is_monthly else 1)
        seen.append(
            (spoken(large), large.locator(".whole").inner_text(), row(page, "4001").inner_text())
        )
    for parts in zip(*seen, strict=True):
        assert all(earlier != later for earlier, later in pairwise(parts))


def test_the_month_slider_moves_map_list_and_link(page: Page, origin: str) -> None:
    open_view(page, origin, DIMENSION_MAP, lang="en")
    large = page.locator(DISTRICT_MAP)
    before, row_before = spoken(large), row(page, "4001").inner_text()
    page.locator(SLIDER).press("ArrowLeft")
    assert spoken(large) != before
    assert row(page, "4001").inner_text() != row_before
    expect_in_link(page, month="2020-08")
    expect(page.locator(MONTH_SHOWN)).to_have_text("Aug 20")
    expect(page.locator(SLIDER)).to_have_attribute("aria-valuetext", "Aug 20")
    expect(page.locator(".kk_sentence")).to_contain_text("August 2020")


def test_an_answer_to_an_earlier_choice_puts_nothing_back(page: Page, origin: str) -> None:
    answers = HeldAnswers(page)
    open_view(page, origin, DIMENSION_MAP, lang="en")
    large = page.locator(DISTRICT_MAP)
    answers.hold()
    page.locator(SLIDER).press("ArrowLeft")
    shape(large, "4007").click()
    answers.wait_for("August 2020")
    page.locator(SLIDER).press("ArrowLeft")
    shape(large, "4001").click()
    large.evaluate(RECORD_WHAT_IS_SHOWN)
    answers.release()
    expect(page.locator(".kk_sentence")).to_contain_text("July 2020")
    expect(page.locator(SUBDISTRICT_MAP)).to_be_visible()
    assert page.evaluate("[...window.shown]") == ["Jul 20 4001"]
    assert codes_in_link(page).items() >= {"month": "2020-07", "district": "4001"}.items()


def test_the_year_plays_to_its_last_month(clocked: Page, origin: str) -> None:
    page = clocked
    open_view(page, origin, DIMENSION_MAP, lang="en", month="2020-06")
    player = page.locator(f"{DISTRICT_MAP} [data-play]")
    seen = [spoken(page.locator(DISTRICT_MAP))]
    player.click()
    expect(player).to_have_text("Pause")
    page.clock.pause_at(page.evaluate("Date.now() / 1000 + 0.01"))
    for month in ("Jul 20", "Aug 20", "Sep 20"):
        page.clock.run_for(STEP_MS)
        expect(page.locator(MONTH_SHOWN)).to_have_text(month)
        seen.append(spoken(page.locator(DISTRICT_MAP)))
    page.clock.resume()
    expect(player).to_have_text("Play the year")
    expect_in_link(page, month="2020-09")
    expect(page.locator(".kk_sentence")).to_contain_text("September 2020")
    assert all(earlier != later for earlier, later in pairwise(seen))


def test_played_again_the_year_begins_anew_and_can_be_paused(clocked: Page, origin: str) -> None:
    page = clocked
    open_view(page, origin, DIMENSION_MAP, lang="en")
    player = page.locator(f"{DISTRICT_MAP} [data-play]")
    player.click()
    expect(page.locator(MONTH_SHOWN)).to_have_text("Oct 19")
    # However slow the machine is, no month passes between the last one seen and the press.
    page.clock.pause_at(page.evaluate("Date.now() / 1000 + 0.01"))
    page.clock.run_for(2 * STEP_MS)
    expect(page.locator(MONTH_SHOWN)).to_have_text("Dec 19")
    player.dispatch_event("click")
    page.clock.resume()
    expect_in_link(page, month="2019-12")
    page.clock.run_for(2 * STEP_MS)
    expect(page.locator(MONTH_SHOWN)).to_have_text("Dec 19")


def test_a_district_chosen_while_the_year_plays_does_not_stop_it(
    clocked: Page, origin: str
) -> None:
    page = clocked
    open_view(page, origin, DIMENSION_MAP, lang="en", month="2020-01")
    player = page.locator(f"{DISTRICT_MAP} [data-play]")
    player.click()
    page.clock.run_for(STEP_MS)
    row(page, "4007").click()
    expect_in_link(page, district="4007")
    expect(page.locator(SUBDISTRICT_MAP)).to_be_visible()
    expect(player).to_have_text("Pause")
    page.clock.run_for(8 * STEP_MS)
    expect_in_link(page, month="2020-09", district="4007")
    assert codes_in_link(page)["district"] == "4007"
