"""Facts of the compare page as a reader opens it."""

from pathlib import Path

import pytest

from app.comparison.indicator_choice import comparable
from app.words import LANGUAGES, month_name, text
from tests.pages.visits import go
from tests.screen import html, opened, words

COMPARE = "pages/districts/compare.py"
MAP, CHARTS = "bidi_component", "plotly_chart"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("district", ["", "4007"])
def test_the_page_opens_with_every_measure(language: str, district: str) -> None:
    screen = opened(COMPARE)
    for month in ("2019-10", "2020-09"):
        for measure in ("helped", "solved", "need", "baseline"):
            go(
                screen,
                {"lang": language, "district": district, "month": month, "measure": measure},
            )
            shown = words(screen)
            assert screen.title[0].value == text(language, "compare.title")
            assert month_name(language, month) in shown
            assert len(screen.get(MAP)) == 1
            assert text(language, "compare.funnels_meaning") in shown
            chosen = text(language, "compare.beside_choose") in shown
            assert chosen == (not district)


def test_the_page_opens_with_every_indicator_that_can_be_compared(sample_warehouse: Path) -> None:
    screen = opened(COMPARE, lang="en", district="4007")
    for indicator in comparable(sample_warehouse.stem):
        go(screen, {"lang": "en", "indicator": indicator, "district": "4007"})
        is_survey = indicator.startswith("tpmap_")
        # Level, change where there is a month before, and two funnels.
        assert len(screen.get(CHARTS)) == (3 if is_survey else 4)


def test_the_page_says_what_the_funnels_stand_on_and_what_chance_makes() -> None:
    shown = words(opened(COMPARE, lang="en"))
    assert "φ = " in shown
    assert "τ = " in shown
    assert "Exact binomial limits" in shown
    assert "about **27 points** apart by chance" in shown


def test_a_district_stands_beside_its_neighbours_and_others_can_be_chosen() -> None:
    screen = opened(COMPARE, lang="en", district="4007")
    assert html(screen).count('<span class="verdict ') == 3 * 8
    screen.multiselect(key="districts_choice").set_value(["4001", "4012"]).run()
    assert screen.query_params["districts"] == "4001,4012"
    shown = words(screen)
    assert "**Mueang Khon Kaen** beside **Phon**" in shown
    assert html(screen).count('<span class="verdict ') == 8


def test_a_change_counts_from_the_month_that_is_chosen() -> None:
    screen = opened(COMPARE, lang="en", indicator="health_helped")
    assert "since June 2020" in words(screen)
    screen.selectbox(key="since_choice").select("2020-01").run()
    assert screen.query_params["since"] == "2020-01"
    assert "since January 2020" in words(screen)


def test_the_rule_of_peers_and_where_it_is_edited_stand_on_the_page() -> None:
    shown = words(opened(COMPARE, lang="en", district="4007"))
    assert "Most like **Nam Phong**" in shown
    assert "brought to the same spread" in shown
    assert "data/reference/peer_rule.toml" in shown
