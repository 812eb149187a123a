"""Facts of the map classes."""

import pytest

from app.scale import scale_for, scales
from app.selection import MEASURES
from app.words import LANGUAGES
from etl.declaration import read_declarations

SCALES = sorted(scales())
DECLARED = {each.indicator: each for each in read_declarations()}


def test_every_measure_has_a_scale() -> None:
    assert set(MEASURES) <= set(scales())


@pytest.mark.parametrize("indicator", DECLARED)
def test_every_indicator_has_one_scale_in_its_unit(indicator: str) -> None:
    scale = scale_for(indicator)
    assert scale.unit == DECLARED[indicator].unit
    assert sum(indicator in each.indicators for each in scales().values()) <= 1
    if DECLARED[indicator].direction == "lower":
        assert scale.side == "lacking"
    if DECLARED[indicator].direction == "higher":
        assert scale.side == "achieved"


def test_every_scale_is_of_a_measure_or_names_indicators_that_are_declared() -> None:
    for name, scale in scales().items():
        assert set(scale.indicators) <= DECLARED.keys()
        assert scale.indicators or name in MEASURES


def test_the_dimensions_share_the_scale_of_their_measure() -> None:
    assert scale_for("education_helped") == scale_for("health_helped") == scales()["helped"]
    assert scale_for("any_need") == scales()["need"]
    with pytest.raises(KeyError):
        scale_for("rainfall_mm")


@pytest.mark.parametrize("name", SCALES)
def test_edges_rise_from_above_zero(name: str) -> None:
    edges = scales()[name].edges
    assert list(edges) == sorted({0, *edges})[1:]
    assert len(edges) == 4


@pytest.mark.parametrize("name", SCALES)
def test_edges_of_a_share_stay_below_its_whole(name: str) -> None:
    scale = scales()[name]
    assert scale.unit != "pct" or max(scale.edges) < 100
    assert scale.unit != "index" or max(scale.edges) < 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCALES)
def test_a_legend_words_five_different_classes_by_their_edges(name: str, language: str) -> None:
    scale = scales()[name]
    legend = scale.legend(language)
    assert len(set(legend)) == 5
    for edge, below, above in zip(scale.edges, legend[:-1], legend[1:], strict=True):
        assert f"{edge:,g}" in below
        assert f"{edge:,g}" in above


def test_what_is_lacking_and_what_is_achieved_have_opposite_sides() -> None:
    sides = {measure: scales()[measure].side for measure in MEASURES}
    assert sides == {
        "helped": "achieved",
        "solved": "achieved",
        "need": "lacking",
        "baseline": "lacking",
    }
