"""Facts of the page of one household as a reader opens it."""

from pathlib import Path

import pytest

from app.rows.opened_household import LISTS
from app.words import LANGUAGES, text
from tests.pages.visits import MONTHS, go
from tests.planted_cases import in_programme, rows_of
from tests.screen import html, opened, words

HOUSEHOLD = "pages/households/household.py"


@pytest.fixture
def some_household(sample_sources: Path) -> str:
    return min(in_programme(rows_of(sample_sources, "households")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_in_every_month(language: str, some_household: str) -> None:
    screen = opened(HOUSEHOLD)
    for month in MONTHS:
        go(screen, {"lang": language, "month": month, "household": some_household})
        assert text(language, "household.title", household=some_household) in words(screen)


def test_without_an_id_one_is_entered(some_household: str) -> None:
    screen = opened(HOUSEHOLD, lang="en")
    assert text("en", "household.chooser") in html(screen)
    screen.text_input(key="household_choice").input(f" {some_household.lower()} ").run()
    assert screen.query_params["household"] == some_household
    assert text("en", "household.title", household=some_household) in words(screen)


def test_an_unknown_id_is_told_and_another_can_be_entered() -> None:
    screen = opened(HOUSEHOLD, lang="en", household="HH-NOBODY")
    (warning,) = screen.warning
    assert "NOBODY" in warning.value
    assert screen.text_input(key="household_choice").value == ""


def test_the_way_back_keeps_what_the_list_was_narrowed_down_to(some_household: str) -> None:
    screen = opened(HOUSEHOLD, lang="en")
    listed = {"state": "open", "need": "health", "page": "2"}
    go(screen, {"lang": "en", "household": some_household, **listed})
    label = text("en", "household.back")
    (link,) = [link.proto for link in screen.get("page_link") if link.proto.label == label]
    assert link.page == "left_behind"
    for code in ("state=open", "need=health", "page=2", "lang=en"):
        assert code in link.query_string
    assert "household=" not in link.query_string


@pytest.mark.parametrize("name", LISTS)
def test_the_way_back_leads_to_the_list_it_was_opened_from(some_household: str, name: str) -> None:
    # Codes that the list of those still waiting has too, but with other values.
    listed = {"state": "answered", "need": "any", "page": "2"}
    screen = opened(HOUSEHOLD, lang="en")
    go(screen, {"lang": "en", "household": some_household, "list": name, **listed})
    label = text("en", "household.back_to_list")
    (link,) = [link.proto for link in screen.get("page_link") if link.proto.label == label]
    assert link.page == name
    for code in ("state=answered", "need=any", "page=2", "lang=en"):
        assert code in link.query_string
    assert "household=" not in link.query_string
    assert "list=" not in link.query_string


def test_a_household_that_left_says_why_and_since_when(sample_sources: Path) -> None:
    died = next(row for row in rows_of(sample_sources, "households") if row["status"] == "died")
    shown = html(opened(HOUSEHOLD, lang="en", household=died["household_id"]))
    assert "left the programme in" in shown
    assert text("en", "group.died") in shown
    assert text("en", "household_step.left") in shown
