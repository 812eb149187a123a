"""Facts of the pages of partners in a browser: a number opens its rows, a row its household."""

import re

from playwright.sync_api import Page, expect

from tests.browser_tests.view import AGENCIES, OFFICERS, REFERRALS, expect_in_link, open_view

MATRIX, LIST = ".st-key-agencies_matrix", ".st-key-agencies_list"


def rows_told(page: Page, list_key: str) -> int:
    """How many rows the list says it has in all."""
    told = page.locator(f"{list_key} .shown").inner_text()
    return int(told.split()[-1].replace(",", ""))


def test_a_number_of_the_matrix_shows_the_events_behind_it(page: Page, origin: str) -> None:
    open_view(page, origin, AGENCIES, lang="en")
    page.evaluate("window.notLoadedAgain = true")
    number = page.locator(f'{MATRIX} a[data-codes*="agency=A034"][data-codes*="need=health"]')
    counted = int(number.inner_text())
    number.focus()
    page.keyboard.press("Enter")
    expect_in_link(page, agency="A034", need="health")
    caption = page.locator(f"{LIST} caption")
    expect(caption).to_have_text(re.compile("A034 .* · Health$"))
    assert rows_told(page, LIST) == counted
    expect(caption).to_be_in_viewport()
    assert page.evaluate("window.notLoadedAgain")
    expect(number).to_be_focused()


def test_the_next_number_leaves_nothing_of_the_last_one_in_the_link(
    page: Page, origin: str
) -> None:
    open_view(page, origin, AGENCIES, lang="en", agency="A034", need="health", fund="private")
    page.locator(".st-key-agencies_funds tbody a").first.click()
    expect_in_link(page, agency=None, need=None, fund=None)


def test_a_card_of_officers_lists_them_and_a_row_their_households(page: Page, origin: str) -> None:
    open_view(page, origin, OFFICERS, lang="en")
    page.locator('.st-key-officers_cards a[data-codes^="view=overloaded"]').click()
    expect_in_link(page, view="overloaded")
    rows = page.locator(".st-key-officers_list tbody tr")
    expect(page.locator(".st-key-officers_list caption")).to_have_text(re.compile("^More"))
    households = int(rows.first.locator("td").nth(2).locator(".words").inner_text())
    rows.first.locator("a").click()
    expect_in_link(page, view="paired")
    expect(rows).to_have_count(households)


def test_a_number_of_referrals_lists_them_and_a_row_opens_the_household(
    page: Page, origin: str
) -> None:
    open_view(page, origin, REFERRALS, lang="en")
    stale = page.locator('.st-key-referrals_holders a[data-codes*="age=stale"]').nth(1)
    counted = int(stale.inner_text())
    stale.click()
    expect_in_link(page, age="stale", holder="province")
    caption = page.locator(".st-key-referrals_list caption")
    expect(caption).to_have_text("Waiting for an answer · more than 90 days · Province")
    assert rows_told(page, ".st-key-referrals_list") == counted
    row = page.locator(".st-key-referrals_list tbody a").first
    household = row.inner_text()
    row.click()
    page.wait_for_url(f"**/household?*household={household}*")
