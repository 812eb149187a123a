"""Facts of the browser's Back button on pages of lists: a step back finds the list as it was."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser_tests.view import (
    AGENCIES,
    CHAIN,
    EQUITY,
    HOUSEHOLD,
    OFFICERS,
    REFERRALS,
    REPEATED_HELP,
    expect_in_link,
    expect_view,
    open_view,
)

NARROWED: dict[str, dict[str, str]] = {
    CHAIN: {"need": "welfare", "reached": "above_line"},
    REPEATED_HELP: {"verdict": "duplicate"},
    EQUITY: {"need": "any", "group": "with_elderly", "counted": "numerator"},
    AGENCIES: {"view": "helped", "need": "health"},
    OFFICERS: {"view": "gaps"},
    REFERRALS: {"state": "answered", "need": "health"},
}


@pytest.mark.parametrize(("path", "codes"), NARROWED.items())
def test_back_from_a_household_is_the_list_it_was_opened_from(
    page: Page, origin: str, path: str, codes: dict[str, str]
) -> None:
    open_view(page, origin, path, lang="en", **codes)
    shown = page.locator(f".st-key-{path[1:]}_list .kk .shown")
    told = shown.inner_text()
    page.locator(f".st-key-{path[1:]}_list tbody a").first.click()
    page.wait_for_url(f"**{HOUSEHOLD}?*")
    expect_view(page, HOUSEHOLD)
    page.go_back()
    page.wait_for_url(f"**{path}?*")
    expect(shown).to_have_text(told)
    expect_in_link(page, **codes)


def test_several_codes_chosen_by_one_press_are_one_step(page: Page, origin: str) -> None:
    open_view(page, origin, CHAIN, lang="en")
    link = page.locator(".kk.linked a[data-codes*='need=welfare'][data-codes*='reached=above']")
    link.first.click()
    expect_in_link(page, need="welfare", reached="above_line")
    page.go_back()
    expect_in_link(page, need=None, reached=None)
