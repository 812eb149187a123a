"""Facts of the poverty page as a reader opens it."""

import duckdb
import pytest

from app.selection import CUTOFFS
from app.words import LANGUAGES, text
from tests.pages.visits import go
from tests.screen import POVERTY, html, opened, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_with_every_cutoff_with_and_without_a_district(language: str) -> None:
    screen = opened(POVERTY)
    for cutoff in CUTOFFS:
        for district in ("", "4007", "4029"):
            codes = {"lang": language, "cutoff": cutoff, "district": district, "month": "2020-02"}
            go(screen, codes)
            shown = words(screen)
            assert text(language, "poverty.caution") in shown
            assert len(screen.get("bidi_component")) == 1
            assert len(screen.get("plotly_chart")) == 1
            marked = html(screen).split('<tr class="chosen"><th scope="row">')[1]
            assert marked.startswith(text(language, f"group.k{cutoff}"))


def test_the_page_says_the_known_good_totals() -> None:
    shown = html(opened(POVERTY, lang="en"))
    for figure in ("25,637", "2,548", "237", "13", "0.222", "0.00499"):
        assert f'<td class="number">{figure}</td>' in shown


def test_the_income_figures_are_those_of_the_mart(sample: duckdb.DuckDBPyConnection) -> None:
    poor, known = sample.execute(
        """
        select numerator, denominator
        from mart_indicator
        where indicator = 'income_poverty_headcount' and area_code = '4007'
            and month = date '2020-03-01'
        """
    ).fetchall()[0]
    shown = words(opened(POVERTY, lang="en", month="2020-03", district="4007"))
    assert f"{poor} of {known} target households in Nam Phong" in shown
    assert "38,000 baht" in shown
