"""Facts of the chain's page as a reader opens it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.chain.stages import NEEDS, STAGES
from app.words import LANGUAGES, text
from tests.pages.visits import go
from tests.screen import opened, words

CHAIN = "pages/households/chain.py"


def components(screen: AppTest) -> list[Mapping[str, Any]]:
    """What the page's components are given."""
    return [json.loads(element.proto.json) for element in screen.get("bidi_component")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_for_every_dimension_class_and_stage(language: str) -> None:
    screen = opened(CHAIN)
    for place, need in enumerate(NEEDS):
        codes = {
            "lang": language,
            "need": need,
            "class": ("developable", "relief", "")[place % 3],
            "district": ("", "4007")[place % 2],
            "stage": STAGES[place],
            "month": "2020-02",
        }
        go(screen, codes)
        large, small, rows = components(screen)
        assert large["markup"].count("kk_chain") == small["markup"].count("kk_chains") == 1
        assert len(rows["rows"]) <= 50
        assert text(language, "chain.base") in words(screen)


def test_a_number_opens_its_rows_and_a_row_its_household() -> None:
    screen = opened(CHAIN, need="health", stage="need", reason="open", lang="en")
    large, _, rows = components(screen)
    assert rows["caption"] == "Health · stopped at “Need verified” · Not started"
    shown = len(rows["rows"])
    assert f'stage=need&amp;reason=open&amp;reached=">{shown}</a>' in large["markup"] or shown == 50
    assert rows["rows"][0]["href"].startswith("household?lang=en")


def test_real_households_stay_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.access.may_read_households", lambda build_id: False)
    screen = opened(CHAIN, lang="en")
    assert not screen.exception
    assert len(components(screen)) == 2
    assert text("en", "access.closed") in words(screen)


def test_an_unknown_code_is_told_and_put_aside() -> None:
    screen = opened(CHAIN, lang="en", stage="heaven")
    assert "heaven" in screen.warning[0].value
