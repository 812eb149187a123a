"""Facts of the numbers on pages of lists: each kind of them opens as many rows as it says."""

import re
from itertools import product
from typing import NamedTuple
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, expect

from tests.browser_tests.view import (
    AGENCIES,
    CHAIN,
    EQUITY,
    HOUSEHOLD,
    LEFT_BEHIND,
    OFFICERS,
    REFERRALS,
    REPEATED_HELP,
    expect_view,
    open_view,
)

LISTS = {
    LEFT_BEHIND: "left_behind_list",
    CHAIN: "chain_list",
    REPEATED_HELP: "repeated_help_list",
    EQUITY: "equity_list",
    AGENCIES: "agencies_list",
    OFFICERS: "officers_list",
    REFERRALS: "referrals_list",
}
PLACES: tuple[dict[str, str], ...] = ({}, {"district": "4007"}, {"district": "4029"})
# How many parts with linked numbers a page has.
PARTS = {
    LEFT_BEHIND: 2,
    CHAIN: 2,
    REPEATED_HELP: 3,
    EQUITY: 1,
    AGENCIES: 6,
    OFFICERS: 2,
    REFERRALS: 2,
}
VIEWS: list[tuple[str, dict[str, str]]] = [
    *product(LISTS, PLACES),
    *((AGENCIES, {"count": count}) for count in ("households", "baht")),
]
# Codes whose values make numbers of different kinds; of any other it matters that there is one.
TELLING = {
    *("view", "state", "stage", "reached", "measured", "counted"),
    *("verdict", "value", "direction", "count"),
}
GROUPS = {"agency", "fund", "direction", "verdict"}
FIGURE = re.compile(r"\d[\d,]*")
MOST_ROWS = "500"
VALUES = "td.number[data-label*='aht'] .words, td.number[data-label*='Value'] .words"
LINKS = """
() => [...document.querySelectorAll('[data-testid=stMain] a')]
    .filter(link => /\\d/.test(link.textContent) && link.closest('.linked, .kk_repeated'))
    .map(link => {
        const cell = link.closest('td');
        const head = cell && link.closest('table').tHead?.rows[0].cells[cell.cellIndex];
        return {
            words: link.textContent,
            href: link.getAttribute('href'),
            codes: link.dataset.codes ?? null,
            owner: link.closest('[class*="st-key-"]')?.className.match(/st-key-(\\w+)/)[1] ?? '',
            head: head ? head.textContent : '',
        };
    })
"""


class Number(NamedTuple):
    """A linked number: what it says, where it leads, what holds it, the head of its column."""

    words: str
    href: str
    codes: str | None  # what a press chooses on the same page; None where the link leaves it
    owner: str
    head: str

    @property
    def figure(self) -> int:
        found = FIGURE.search(self.words)
        assert found
        return int(found[0].replace(",", ""))

    @property
    def asked(self) -> dict[str, str]:
        """The codes of the link."""
        return dict(parse_qsl(self.href.partition("?")[2]))

    @property
    def kind(self) -> tuple[object, ...]:
        told = ((name, code if name in TELLING else "") for name, code in self.asked.items())
        return self.owner, self.href.partition("?")[0], self.is_baht, *sorted(told)

    @property
    def is_baht(self) -> bool:
        """Is it a sum of the rows' baht rather than their number?"""
        asked = self.asked
        return {
            "agencies_flow": True,
            "agencies_matrix": asked.get("count") == "baht",
            "agencies_funds": "vent" not in self.head,
            "agencies_costs": self.head == "Baht",
            "agencies_district_funds": bool(asked.get("direction")),
            "repeated_help_cards": asked.get("verdict") == "at_stake" and not asked.get("value"),
            "repeated_help_top": self.head == "Baht",
        }.get(self.owner, False)


def numbers_on(page: Page) -> list[Number]:
    return [Number(**found) for found in page.evaluate(LINKS)]


def one_of_each_kind(found: list[Number]) -> list[Number]:
    """Linked numbers → the smallest of each kind; baht only of groups, few enough for one page."""
    kinds: dict[tuple[object, ...], Number] = {}
    for number in sorted(found, key=lambda each: each.figure):
        if not number.is_baht or number.asked.keys() & GROUPS:
            kinds.setdefault(number.kind, number)
    return list(kinds.values())


def rows_told(page: Page, path: str) -> int:
    """How many rows the page's list says it has in all."""
    rows = page.locator(f".st-key-{LISTS[path]} .kk")
    expect(rows).to_have_attribute("aria-busy", "false")
    return int(rows.locator(".shown").inner_text().split()[-1].replace(",", ""))


def baht_of_rows(page: Page, path: str) -> int:
    """What the rows of a list that stands on one page add up to."""
    assert rows_told(page, path) <= int(MOST_ROWS)
    told = page.locator(f".st-key-{LISTS[path]} tbody").locator(VALUES).all_inner_texts()
    return sum(int(found[0].replace(",", "")) for each in told if (found := FIGURE.search(each)))


@pytest.mark.parametrize(("path", "codes"), VIEWS)
def test_each_kind_of_number_opens_as_many_rows_as_it_says(
    page: Page, origin: str, path: str, codes: dict[str, str]
) -> None:
    open_view(page, origin, path, lang="en", **codes)
    expect(page.locator(".kk.linked")).to_have_count(PARTS[path])
    of_matrix = "count" in codes
    found = [
        number
        for number in one_of_each_kind(numbers_on(page))
        if number.owner == "agencies_matrix" or not of_matrix
    ]
    assert found
    assert all(number.figure > 0 for number in found)
    for number in found:
        pressed = parse_qsl(number.codes) if number.codes else []
        assert set(pressed) <= number.asked.items()
    wrong: dict[Number, int] = {}
    for number in found:
        target = f"/{number.href.partition('?')[0]}"
        page.goto(f"{origin}/{number.href}{f'&size={MOST_ROWS}' if number.is_baht else ''}")
        expect_view(page, target)
        count = baht_of_rows if number.is_baht else rows_told
        if (rows := count(page, target)) != number.figure:
            wrong[number] = rows
    assert wrong == {}


def test_a_household_s_page_counts_nothing_that_would_need_rows(page: Page, origin: str) -> None:
    open_view(page, origin, LEFT_BEHIND, lang="en")
    page.locator(".st-key-left_behind_list tbody a").first.click()
    page.wait_for_url(f"**{HOUSEHOLD}?*")
    expect_view(page, HOUSEHOLD)
    assert numbers_on(page) == []
