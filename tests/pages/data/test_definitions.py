"""Facts of the definitions page as a reader opens it."""

from html import unescape

import duckdb
import pytest

from app.words import LANGUAGES, text
from etl.declaration import read_declarations
from tests.screen import DEFINITIONS, html, opened, words

DECLARED = read_declarations()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("declaration", DECLARED, ids=lambda each: each.indicator)
def test_a_link_opens_the_definition_of_every_indicator(declaration: object, language: str) -> None:
    declared = vars(declaration)
    screen = opened(DEFINITIONS, indicator=declared["indicator"], lang=language)
    assert not screen.exception
    assert not screen.warning
    shown = unescape(html(screen))
    for name in ("title", "question", "numerator", "denominator", "caveat", "source"):
        assert declared[f"{name}_{language}"] in shown
    assert vars(type(declaration))["sql"].fget(declaration).strip() in shown


def test_the_province_s_figure_is_that_of_the_mart(sample: duckdb.DuckDBPyConnection) -> None:
    value, numerator, denominator = sample.execute(
        """
        select value, numerator, denominator
        from mart_indicator
        where indicator = 'health_helped' and level = 'province' and month = date '2020-03-01'
        """
    ).fetchall()[0]
    shown = html(opened(DEFINITIONS, indicator="health_helped", month="2020-03", lang="en"))
    assert f'<p class="value">{text("en", "map.value_pct", value=f"{value:.1f}")}</p>' in shown
    assert f"<strong>{numerator}</strong>" in shown
    assert f"<strong>{denominator}</strong>" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claimed_target_without_an_indicator_is_said_to_have_none(language: str) -> None:
    shown = words(opened(DEFINITIONS, lang=language))
    assert text(language, "definitions.sdg_some", without="2.1, 3.5, 3.7") in shown
    assert shown.count(f"<td>{text(language, 'definitions.sdg_without')}</td>") == 3


def test_a_survey_s_figure_says_its_edition_in_every_month() -> None:
    shown = html(opened(DEFINITIONS, indicator="tpmap_target_poor", month="2019-10", lang="en"))
    assert "whole province, TPMAP 2561" in shown
    assert "<strong>25,637</strong>" in shown
