"""Facts of the overview as a reader opens it."""

import duckdb
import pytest

from app.indicators import DIMENSIONS
from app.words import month_name, text
from tests.pages.visits import MONTHS, go, visits
from tests.screen import OVERVIEW, html, opened, words


@pytest.mark.parametrize("month", MONTHS)
def test_the_overview_opens_with_every_measure(month: str) -> None:
    screen = opened(OVERVIEW)
    # The page shows all dimensions at once: two of them in the link are enough.
    for codes in visits(month, DIMENSIONS[:2]):
        go(screen, codes)
        lang, shown = codes["lang"], words(screen)
        assert text(lang, "frame.synthetic") in shown
        assert text(lang, "overview.title") == screen.title[0].value
        assert month_name(lang, month) in shown
        assert len(screen.get("bidi_component")) == 1
        first = text(lang, "overview.changes_first")
        assert (first in shown) == (month == MONTHS[0])
        assert len(screen.get("page_link")) >= 1


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


def test_doubtful_figures_lead_to_the_reasons() -> None:
    links = [link.proto for link in opened(lang="en").get("page_link")]
    (doubt,) = [link for link in links if link.page == "quality"]
    assert "Pueai Noi" in doubt.label
    assert "quality" not in {link.proto.page for link in opened(month="2020-03").get("page_link")}
