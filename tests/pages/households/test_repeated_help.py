"""Facts of the page of repeated help and untaken needs as a reader opens it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.repeated_help.choices import EVERY_VERDICT
from app.words import LANGUAGES, text
from tests.pages.visits import go
from tests.screen import html, opened, words

REPEATED_HELP = "pages/households/repeated_help.py"


def components(screen: AppTest) -> list[Mapping[str, Any]]:
    """What the page's components are given."""
    return [json.loads(element.proto.json) for element in screen.get("bidi_component")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_for_every_verdict_with_and_without_a_district(language: str) -> None:
    screen = opened(REPEATED_HELP)
    for place, verdict in enumerate(("", *EVERY_VERDICT)):
        codes = {
            "lang": language,
            "verdict": verdict,
            "district": ("", "4007")[place % 2],
            "month": ("2020-09", "2019-10", "2020-05")[place % 3],
            "need": ("", "health")[place % 2],
        }
        go(screen, codes)
        *_, rows = components(screen)
        assert len(rows["rows"]) <= 50
        assert text(language, "repeated_help.untaken") in words(screen)
        assert "kk_repeated" in html(screen)


def test_a_number_opens_its_pairs_and_a_row_its_household() -> None:
    screen = opened(REPEATED_HELP, lang="en", verdict="not_duplicate")
    cards, _, _, rows = components(screen)
    assert rows["caption"] == "Pairs by the rule · Not duplicate"
    assert (
        f'verdict=not_duplicate&amp;value=&amp;need=&amp;fund=&amp;agency=&amp;first=&amp;second=&amp;view=&amp;order=">{len(rows["rows"])}</a>'
        in cards["markup"]
    )
    assert all(row["href"].startswith("household?lang=en") for row in rows["rows"])


def test_real_households_stay_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.access.may_read_households", lambda build_id: False)
    screen = opened(REPEATED_HELP, lang="en")
    assert not screen.exception
    assert len(components(screen)) == 3
    assert len(screen.get("download_button")) == 1
    assert text("en", "access.closed") in words(screen)


def test_an_unknown_code_is_told_and_put_aside() -> None:
    screen = opened(REPEATED_HELP, lang="en", agency="X9", first="heaven")
    told = [warning.value for warning in screen.warning]
    assert [("X9" in each, "heaven" in each) for each in told] == [(True, False), (False, True)]
