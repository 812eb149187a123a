"""Facts of the numbers on pages of lists: each kind of them opens as many rows as it says.

A browser reads the numbers where they stand; the rows of each are counted without one.
"""

import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from app.selection import NAMES
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
from tests.pages.partners.parts import component
from tests.pages.visits import go
from tests.screen import PAGES, opened

LISTS = {
    LEFT_BEHIND: "left_behind_list",
    CHAIN: "chain_list",
    REPEATED_HELP: "repeated_help_list",
    EQUITY: "equity_list",
    AGENCIES: "agencies_list",
    OFFICERS: "officers_list",
    REFERRALS: "referrals_list",
}
SCRIPTS = {script.rpartition("/")[2].removesuffix(".py"): script for script in PAGES}
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


def followed(screens: dict[str, AppTest], number: Number) -> dict[str, Any]:
    """The list behind a linked number, as the server gives it to whoever opens the link."""
    path = number.href.partition("?")[0]
    if path not in screens:
        screens[path] = opened(SCRIPTS[path])
    # A screen remembers what was chosen on it; a blank code is that of a reader who comes anew.
    asked = {**dict.fromkeys(NAMES, ""), "size": MOST_ROWS, **number.asked}
    go(screens[path], asked)
    return component(screens[path], "row_list")


def rows_told(listed: Mapping[str, Any]) -> int:
    """How many rows a list says it has in all."""
    return int(listed["shown"].split()[-1].replace(",", ""))


def baht_of_rows(listed: Mapping[str, Any]) -> int:
    """What the rows of a list that stands on one page add up to."""
    assert rows_told(listed) == len(listed["rows"])
    (place,) = [
        place
        for place, column in enumerate(listed["columns"])
        if column["kind"] == "number" and column["id"].endswith("baht")
    ]
    told = [row["cells"][place][0] for row in listed["rows"]]
    return sum(int(found[0].replace(",", "")) for each in told if (found := FIGURE.search(each)))


@pytest.fixture(scope="module")
def screens(sample_warehouse: Path) -> dict[str, AppTest]:
    """The pages that numbers have led to so far, without a browser: opening one anew is slow."""
    return {}


@pytest.mark.parametrize(("path", "codes"), VIEWS)
def test_each_kind_of_number_opens_as_many_rows_as_it_says(
    page: Page, origin: str, screens: dict[str, AppTest], path: str, codes: dict[str, str]
) -> None:
    open_view(page, origin, path, lang="en", **codes)
    expect(page.locator(".kk.linked")).to_have_count(PARTS[path])
    numbers = numbers_on(page)
    of_matrix = "count" in codes
    found = [
        number
        for number in one_of_each_kind(numbers)
        if number.owner == "agencies_matrix" or not of_matrix
    ]
    assert found
    assert all(number.figure > 0 for number in found)
    wrong: dict[Number, int] = {}
    for number in found:
        assert set(parse_qsl(number.codes or "")) <= number.asked.items()
        count = baht_of_rows if number.is_baht else rows_told
        if (rows := count(followed(screens, number))) != number.figure:
            wrong[number] = rows
    assert wrong == {}
    press_and_count(page, path, next(each for each in numbers if each.codes and not each.is_baht))


def press_and_count(page: Page, path: str, number: Number) -> None:
    """A number is pressed where it stands, and the list below comes to hold its rows."""
    page.locator(f'a[data-codes="{number.codes}"]', has_text=number.words).first.click()
    shown = page.locator(f".st-key-{LISTS[path]} .kk .shown")
    expect(shown).to_have_text(re.compile(rf"\b{number.figure:,}$"))


def test_a_household_s_page_counts_nothing_that_would_need_rows(page: Page, origin: str) -> None:
    open_view(page, origin, LEFT_BEHIND, lang="en")
    page.locator(".st-key-left_behind_list tbody a").first.click()
    page.wait_for_url(f"**{HOUSEHOLD}?*")
    expect_view(page, HOUSEHOLD)
    assert numbers_on(page) == []
