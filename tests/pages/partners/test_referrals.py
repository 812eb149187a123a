"""Facts of the page of referrals as a reader opens it."""

from itertools import product

import pytest

from app.referrals.figures import HOLDERS, STATES
from app.words import LANGUAGES, text
from tests.pages.partners.parts import component, components
from tests.pages.visits import MONTHS, go
from tests.screen import opened, words

REFERRALS = "pages/partners/referrals.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_in_every_month_and_state(language: str) -> None:
    screen = opened(REFERRALS)
    for place, (month, state) in enumerate(product(MONTHS, STATES)):
        district = ("", "4007", "4001")[place % 3]
        go(screen, {"lang": language, "month": month, "state": state, "district": district})
        caption = component(screen, "row_list")["caption"]
        assert caption.startswith(text(language, f"referrals.state_{state}"))
        assert screen.title[0].value == text(language, "referrals.title")


def test_a_number_is_that_of_the_list_it_opens() -> None:
    screen = opened(REFERRALS, lang="en")
    for holder in HOLDERS:
        go(screen, {"lang": "en", "state": "all", "holder": holder})
        total = component(screen, "row_list")["shown"].rpartition(" ")[2]
        by_holder = components(screen, "linked")[0]["markup"]
        codes = f"state=all&amp;age=&amp;holder={holder}&amp;need=&amp;district=&amp;order="
        assert f'data-codes="{codes}">{total}</a>' in by_holder


def test_filters_are_chosen_from_lists_and_stand_in_the_link() -> None:
    screen = opened(REFERRALS, lang="en")
    screen.selectbox(key="holder_filter").set_value("ministry").run()
    screen.selectbox(key="age_filter").set_value("stale").run()
    caption = component(screen, "row_list")["caption"]
    assert caption == "Waiting for an answer · more than 90 days · Ministry"


def test_codes_that_do_not_exist_are_told() -> None:
    screen = opened(REFERRALS, lang="en", state="lost", holder="king", age="old", need="food")
    assert len(screen.warning) == 4
    assert not screen.exception


def test_records_stay_closed_while_they_are_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.access.may_read_households", lambda build_id: False)
    screen = opened(REFERRALS, lang="en")
    assert not screen.exception
    assert components(screen, "row_list") == []
    assert text("en", "access.closed") in words(screen)
