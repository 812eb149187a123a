"""Facts of the equity page as a reader opens it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.chain.stages import NEEDS
from app.equity.shares import GROUPS, MEASURES, MEMBERSHIPS
from app.words import LANGUAGES, text
from tests.pages.visits import go
from tests.screen import opened, words

EQUITY = "pages/households/equity.py"


def components(screen: AppTest) -> list[Mapping[str, Any]]:
    """What the page's components are given."""
    return [json.loads(element.proto.json) for element in screen.get("bidi_component")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_for_every_dimension_group_and_measure(language: str) -> None:
    screen = opened(EQUITY)
    for place, need in enumerate(NEEDS):
        codes = {
            "lang": language,
            "need": need,
            "group": GROUPS[place % len(GROUPS)],
            "membership": MEMBERSHIPS[place % len(MEMBERSHIPS)],
            "measured": MEASURES[place % len(MEASURES)],
            "counted": ("numerator", "denominator")[place % 2],
            "district": ("", "4011")[place % 2],
            "month": ("2020-09", "2019-10")[place % 2],
        }
        go(screen, codes)
        drawn, rows = components(screen)
        assert "kk_equity" in drawn["markup"]
        assert len(rows["rows"]) <= 50
        for reason in ("households", "survey", "overlap", "cause"):
            assert text(language, f"equity.not_split_{reason}") in words(screen)


def test_a_district_with_few_households_says_so() -> None:
    assert not opened(EQUITY, lang="en").info
    few = opened(EQUITY, lang="en", district="4011").info
    assert [each.value.startswith("Few households") for each in few] == [True]


def test_a_number_opens_its_households() -> None:
    codes = {"group": "with_disabled", "membership": "unknown", "lang": "en"}
    drawn, rows = components(opened(EQUITY, **codes))
    shown = rows["shown"].rpartition(" ")[2]
    named = "group=with_disabled&amp;membership=unknown&amp;measured=need&amp;counted=denominator"
    assert f'{named}">{shown}</a>' in drawn["markup"]
    assert rows["caption"].startswith("Households with a disabled member · Not known")
    assert all(row["href"].startswith("household?lang=en") for row in rows["rows"])


def test_real_households_stay_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.access.may_read_households", lambda build_id: False)
    screen = opened(EQUITY, lang="en")
    assert not screen.exception
    assert len(components(screen)) == 1
    assert text("en", "access.closed") in words(screen)
