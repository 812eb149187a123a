"""Facts of both pages as a reader opens them, in every month, measure, dimension and language."""

import re
from collections.abc import Iterator
from itertools import product

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from app.indicators import DIMENSIONS
from app.selection import MEASURES
from app.words import LANGUAGES, month_name, text
from tests.screen import DIMENSION_MAP, OVERVIEW, html, opened, words

MONTHS = [
    *(f"2019-{month}" for month in (10, 11, 12)),
    *(f"2020-0{month}" for month in range(1, 10)),
]
DISTRICTS = ["", "4007", "4029", "4002"]


@pytest.fixture(autouse=True)
def served(sample_warehouse: object) -> None:
    """The sample is what the dashboard serves."""


def visits(*choices: tuple[str, ...]) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Choices to be combined → the codes of language and district in turn, and the combination.

    Neighbours differ in language, and the district changes with each pair of them.
    """
    for place, chosen in enumerate(product(*choices)):
        codes = {"lang": LANGUAGES[place % 2], "district": DISTRICTS[place // 2 % len(DISTRICTS)]}
        yield codes, chosen


def go(screen: AppTest, **codes: str) -> None:
    """The reader of a page follows a link to the same page."""
    screen.query_params.clear()
    screen.query_params.update(codes)
    screen.run()
    assert not screen.exception, codes
    assert not screen.warning, codes


@pytest.mark.parametrize("month", MONTHS)
def test_the_dimension_map_opens_with_every_measure_and_dimension(month: str) -> None:
    screen = opened(DIMENSION_MAP)
    for codes, (dimension, measure) in visits(DIMENSIONS, MEASURES):
        go(screen, month=month, dimension=dimension, measure=measure, **codes)
        lang, shown = codes["lang"], words(screen)
        assert text(lang, "frame.synthetic") in shown
        assert text(lang, f"dimension.{dimension}") in screen.title[0].value
        maps = screen.get("bidi_component")
        assert len(maps) == (2 if codes["district"] else 1)
        assert len(screen.get("plotly_chart")) == (measure != "baseline")
        assert (text(lang, "baseline.caution") in shown) == (measure == "baseline")
        if measure != "baseline":
            assert month_name(lang, month) in shown


@pytest.mark.parametrize("measure", MEASURES)
def test_the_overview_opens_in_every_month_in_both_languages(measure: str) -> None:
    screen = opened(OVERVIEW)
    for codes, (month, lang) in visits(tuple(MONTHS), LANGUAGES):
        go(screen, month=month, measure=measure, lang=lang, district=codes["district"])
        shown = words(screen)
        assert text(lang, "frame.synthetic") in shown
        assert text(lang, "overview.title") == screen.title[0].value
        assert month_name(lang, month) in shown
        assert len(screen.get("bidi_component")) == 1
        first = text(lang, "overview.changes_first")
        assert (first in shown) == (month == MONTHS[0])
        assert len(screen.get("page_link")) >= 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [OVERVIEW, DIMENSION_MAP])
def test_no_field_or_name_of_the_code_is_left_in_the_words(page: str, language: str) -> None:
    shown = words(opened(page, lang=language, district="4007", month="2020-02"))
    assert not re.search(r"[{}]|\b(None|nan|<NA>|not_applicable|no_data)\b", shown)


def test_the_overview_s_figures_are_those_of_the_mart(sample: duckdb.DuckDBPyConnection) -> None:
    helped, need = sample.execute(
        """
        select numerator, denominator
        from mart_indicator
        where indicator = 'any_helped' and level = 'province' and month = date '2020-03-01'
        """
    ).fetchall()[0]
    shown = html(opened(month="2020-03", lang="en"))
    assert f"{helped:,} of {need:,} households with a need had been helped" in shown
    assert f"<dd>{helped:,} of {need:,} households with a need</dd>" in shown


def test_every_page_has_its_table_its_download_and_its_sources() -> None:
    for page in (OVERVIEW, DIMENSION_MAP):
        screen = opened(page, lang="en")
        shown = html(screen)
        assert shown.count('<details class="kk_table">') == len(screen.get("download_button"))
        assert screen.get("download_button")
        assert shown.count('<section class="kk_source">') == 1
        assert "Build 20201001T000000-5a3b1e00" in shown


def test_the_table_of_the_map_has_a_row_for_each_district() -> None:
    shown = html(opened(DIMENSION_MAP, measure="need"))
    first_table = shown.split("<tbody>")[1].split("</tbody>")[0]
    assert first_table.count("<tr>") == 26


def test_a_finding_leads_to_the_map_of_its_district_and_dimension() -> None:
    screen = opened(lang="en", month="2020-03")
    links = [link.proto for link in screen.get("page_link")]
    assert links
    for link in links:
        assert link.page == "dimension_map"
        assert "district=40" in link.query_string
        assert "dimension=" in link.query_string
        assert "month=2020-03" in link.query_string
        assert "lang=en" in link.query_string
