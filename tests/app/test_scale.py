"""Facts of the map classes."""

import pytest

from app.scale import scales
from app.selection import MEASURES
from app.words import LANGUAGES


def test_every_measure_has_a_scale_and_every_scale_a_measure() -> None:
    assert set(scales()) == set(MEASURES)


@pytest.mark.parametrize("measure", MEASURES)
def test_edges_rise_from_above_zero(measure: str) -> None:
    edges = scales()[measure].edges
    assert list(edges) == sorted({0, *edges})[1:]
    assert len(edges) == 4


@pytest.mark.parametrize("measure", MEASURES)
def test_edges_of_a_share_stay_below_a_hundred(measure: str) -> None:
    scale = scales()[measure]
    assert scale.unit != "pct" or max(scale.edges) < 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_a_legend_words_five_different_classes_by_their_edges(measure: str, language: str) -> None:
    scale = scales()[measure]
    legend = scale.legend(language)
    assert len(set(legend)) == 5
    for edge, below, above in zip(scale.edges, legend[:-1], legend[1:], strict=True):
        assert f"{edge:g}" in below
        assert f"{edge:g}" in above


def test_what_is_lacking_and_what_is_achieved_have_opposite_sides() -> None:
    sides = {measure: scale.side for measure, scale in scales().items()}
    assert sides == {
        "helped": "achieved",
        "solved": "achieved",
        "need": "lacking",
        "baseline": "lacking",
    }
