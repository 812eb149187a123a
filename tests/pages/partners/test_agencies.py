"""Facts of the page of agencies as a reader opens it."""

from itertools import product

import pytest

from app.agencies.figures import COUNTS
from app.agencies.rows import VIEWS
from app.words import LANGUAGES, text
from tests.pages.partners.parts import component, components
from tests.pages.visits import MONTHS, go
from tests.screen import opened, words

AGENCIES = "pages/partners/agencies.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_in_every_month_with_every_count_and_list(language: str) -> None:
    screen = opened(AGENCIES)
    for month, (place, (count, view)) in zip(
        MONTHS, enumerate(product(COUNTS, VIEWS)), strict=False
    ):
        district = ("", "4007")[place % 2]
        codes = {"month": month, "count": count, "view": view, "district": district}
        go(screen, {"lang": language, **codes})
        caption = component(screen, "row_list")["caption"]
        assert caption.startswith(text(language, f"agencies.view_{view}"))
        assert f"count={count}" in components(screen, "linked")[0]["markup"]


def test_a_number_is_that_of_the_list_it_opens() -> None:
    screen = opened(AGENCIES, lang="en")
    go(screen, {"lang": "en", "agency": "A034", "need": "health"})
    total = component(screen, "row_list")["shown"].rpartition(" ")[2]
    codes = (
        "count=events&amp;view=help&amp;agency=A034&amp;type=&amp;fund=&amp;power=&amp;need=health"
    )
    markup = components(screen, "linked")[0]["markup"]
    rest = "&amp;value=&amp;direction=&amp;order=&amp;district="
    assert f'data-codes="{codes}{rest}">{total}</a>' in markup


def test_the_count_is_chosen_above_the_matrix_and_its_caution_stands_there() -> None:
    screen = opened(AGENCIES, lang="en")
    screen.segmented_control(key="agencies_count").set_value("households").run()
    assert "A household is counted once in each cell" in words(screen)
    assert "count=households" in components(screen, "linked")[0]["markup"]


def test_the_cost_says_what_it_does_not_mean() -> None:
    assert "does not say that the money brought" in words(opened(AGENCIES, lang="en"))


def test_codes_that_do_not_exist_are_told() -> None:
    screen = opened(AGENCIES, lang="en", count="pigs", agency="A999", fund="gold", power="all")
    assert len(screen.warning) == 4
    assert not screen.exception


def test_records_stay_closed_while_they_are_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.access.may_read_households", lambda build_id: False)
    screen = opened(AGENCIES, lang="en")
    assert not screen.exception
    assert components(screen, "row_list") == []
    assert text("en", "access.closed") in words(screen)
