"""Facts of the drawing of money: widths are baht, ends do not lie over one another."""

import re
from html import escape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agencies.figures import help_totals
from app.agencies.flow import (
    GAP_PX,
    LABEL_HEIGHT_PX,
    MONEY_HEIGHT_PX,
    bands,
    flow_markup,
    flows_of,
    places,
)
from app.agencies.register import FUND_SOURCES
from app.indicators import DIMENSIONS
from app.words import LANGUAGES, number, text
from tests.screen import selection

PAIRS = st.tuples(st.sampled_from(FUND_SOURCES), st.sampled_from(DIMENSIONS))


@given(st.dictionaries(PAIRS, st.floats(1, 1e9), min_size=1))
def test_widths_are_baht_and_no_band_lies_over_another_s_end(
    drawn: dict[tuple[str, str], float],
) -> None:
    order = [(fund, dimension) for fund in FUND_SOURCES for dimension in DIMENSIONS]
    flows = {pair: drawn[pair] for pair in order if pair in drawn}
    whole = sum(flows.values())
    found = bands(flows)
    for band in found:
        share = flows[band.source, band.dimension] / whole
        assert band.width == pytest.approx(MONEY_HEIGHT_PX * share)
    for end in ("left", "right"):
        spans = sorted((getattr(band, end), band.width) for band in found)
        for (start, width), (following, _) in pairwise(spans):
            assert start + width <= following + 1e-6


@given(st.dictionaries(st.sampled_from(DIMENSIONS), st.floats(1, 1e9), min_size=1))
def test_every_name_has_room_for_its_label(totals: dict[str, float]) -> None:
    whole = sum(totals.values())
    top = 0.0
    for name, node in places(totals, whole).items():
        assert node.top == pytest.approx(top)
        assert node.place >= LABEL_HEIGHT_PX
        assert node.top <= node.start
        height = MONEY_HEIGHT_PX * totals[name] / whole
        assert node.start + height <= node.top + node.place + 1e-6
        top += node.place + GAP_PX


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_names_and_counts_every_source_and_dimension(
    build_id: str, language: str
) -> None:
    found = help_totals(build_id, "2020-09", None)
    flows = flows_of(found)
    markup = flow_markup(selection(lang=language), found, "events")
    assert len(re.findall("<path ", markup)) == len(flows)
    for fund in {fund for fund, _ in flows}:
        baht = sum(each for (own, _), each in flows.items() if own == fund)
        assert f">{number(baht)}</a>" in markup
        assert escape(text(language, f"fund_source.{fund}")) in markup
    for dimension in {dimension for _, dimension in flows}:
        assert escape(text(language, f"dimension.{dimension}")) in markup


def test_without_money_there_is_no_drawing() -> None:
    assert flow_markup(selection(), {}, "events") == ""
