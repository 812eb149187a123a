"""Facts of the headline cards: their figures are the mart's."""

from itertools import pairwise
from typing import Any

import duckdb
import pytest

from app.headline import SHARES, change_in_words, headline_cards
from app.indicators import Cell, months
from app.panels import Card
from app.words import month_name, number, percent, text
from tests.screen import selection

CELL = """
select numerator, denominator, note
from mart_indicator
where indicator = $indicator and level = 'province' and group_code = $group_code
    and strftime(month, '%Y-%m') = $month
"""
REPORTS = 5


def figures(
    sample: duckdb.DuckDBPyConnection, indicator: str, month: str, group_code: str = "all"
) -> Any:
    """Numerator, denominator and note of the province, as the mart has them."""
    values = {"indicator": indicator, "month": month, "group_code": group_code}
    return sample.execute(CELL, values).fetchone()


def cards_of(build_id: str, month: str, lang: str = "en") -> list[Card]:
    return headline_cards(build_id, selection(lang=lang, month=month))


def test_shares_and_their_counts_are_those_of_the_mart_in_every_month(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    for month in months(build_id):
        cards = cards_of(build_id, month)[1:REPORTS]
        for card, indicator in zip(cards, SHARES, strict=True):
            n, d, note = figures(sample, indicator, month)
            assert note is None
            assert card.figure == f"{percent(100 * n / d)} %"
            assert card.lines[0].startswith(f"{number(n)} of {number(d)} households")


def test_target_and_excluded_households_are_those_of_the_mart(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    for month in months(build_id):
        card = cards_of(build_id, month)[0]

        def households(indicator: str, group: str, month: str = month) -> str:
            return number(figures(sample, indicator, month, group)[0])

        excluded = {
            group: households("excluded_households", group)
            for group in ("died", "moved", "not_found", "declined")
        }
        assert card.figure == households("target_households", "all")
        assert list(card.lines) == [
            f"{households('target_households', 'developable')} developable"
            f" · {households('target_households', 'relief')} relief",
            text("en", "card.excluded", n=households("excluded_households", "all"), **excluded),
        ]


def test_a_change_is_the_difference_of_the_counts(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    for before, month in pairwise(months(build_id)):
        now, earlier = (figures(sample, "any_helped", each)[0] for each in (month, before))
        assert cards_of(build_id, month)[1].change == f"+{now - earlier} since last month"


def test_the_first_month_has_no_change(build_id: str) -> None:
    assert [card.change for card in cards_of(build_id, "2019-10")] == [""] * 6


@pytest.mark.parametrize(
    ("month", "note", "reason"),
    [("2020-08", "not_collected", "Not collected"), ("2020-09", "not_yet", "Not due yet")],
)
def test_a_month_without_reports_says_so_and_gives_way_to_the_latest_that_has_them(
    sample: duckdb.DuckDBPyConnection, build_id: str, month: str, note: str, reason: str
) -> None:
    assert figures(sample, "reports_on_time", month) == (None, None, note)
    n, d, _ = figures(sample, "reports_on_time", "2020-07")
    card = cards_of(build_id, month)[REPORTS]
    assert card.figure == f"{percent(100 * n / d)} %"
    assert f"{month_name('en', month, short=True)}: {reason}" in card.lines
    assert "Latest month available: July 2020" in card.lines


def test_reports_of_a_month_that_has_them_are_its_own(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    n, d, _ = figures(sample, "reports_on_time", "2020-02")
    received = figures(sample, "reports_received", "2020-02")[0]
    assert list(cards_of(build_id, "2020-02")[REPORTS].lines) == [
        f"{n} of {d} reports due",
        f"{received} received in all",
    ]


@pytest.mark.parametrize(
    ("now", "earlier", "words"),
    [
        (Cell(50.0, 5, 10, None), Cell(20.0, 2, 10, None), "+3 since last month"),
        (Cell(20.0, 2, 10, None), Cell(50.0, 5, 10, None), "\N{MINUS SIGN}3 since last month"),
        (Cell(50.0, 5, 10, None), Cell(25.0, 5, 20, None), "unchanged since last month"),
        (Cell(50.0, 5, 10, None), None, ""),
        (Cell(50.0, 5, 10, None), Cell(None, None, None, "not_collected"), ""),
        (Cell(None, None, None, "not_yet"), Cell(50.0, 5, 10, None), ""),
    ],
)
def test_a_change_is_told_only_of_two_known_counts(
    now: Cell, earlier: Cell | None, words: str
) -> None:
    assert change_in_words(selection(lang="en"), now, earlier) == words


def test_a_card_in_which_a_doubtful_district_is_added_up_says_so(build_id: str) -> None:
    marked = [card for card in cards_of(build_id, "2020-09") if "? with 1 of" in str(card.lines)]
    titles = [text("en", f"card.{indicator}") for indicator in ("any_helped", "any_solved")]
    assert [card.title for card in marked] == titles
    assert not any("?" in str(card.lines) for card in cards_of(build_id, "2020-03"))
