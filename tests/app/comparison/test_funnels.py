"""Facts of the funnels, the gap that chance makes, and the peers."""

import re

import duckdb
import pytest

from app.comparison.funnels import (
    chance_gaps,
    funnel_sentence,
    funnels,
    overdispersion_sentence,
)
from app.comparison.indicator_choice import chosen_indicator, comparable, is_survey
from app.comparison.peers import features, peers
from app.indicators import areas
from app.words import LANGUAGES
from tests.screen import selection

OUTSIDE = """
select area_code, is_outside_3sd
from mart_funnel
where indicator = $indicator and group_code = 'all' and is_outside_2sd
    and month = (select max(month) from mart_funnel where indicator = $indicator)
"""


@pytest.mark.parametrize("indicator", ["tpmap_target_poor", "households_visited"])
def test_the_sentence_names_those_outside_and_no_other(
    sample: duckdb.DuckDBPyConnection, build_id: str, indicator: str
) -> None:
    found = funnels(build_id, indicator)
    said = funnel_sentence(build_id, selection(lang="en"), found[max(found)])
    outside = dict(sample.execute(OUTSIDE, {"indicator": indicator}).fetchall())
    assert f"{len(outside)} lie outside the dashed limits" in said
    near, _, far = said.partition("Outside the solid limits")
    for code, area in areas(build_id)["district"].items():
        assert (area.name_en in near) == (code in outside)
        assert (area.name_en in far) == outside.get(code, False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("indicator", ["tpmap_target_poor", "tpmap_education"])
def test_what_plain_limits_would_say_is_counted_in_the_warehouse(
    sample: duckdb.DuckDBPyConnection, build_id: str, indicator: str, language: str
) -> None:
    found = funnels(build_id, indicator)
    said = overdispersion_sentence(language, found[max(found)])
    plain, widened = sample.execute(
        """
        select
            count(*) filter (
                abs(value - target_pct) > 3.09 * sqrt(target_pct * (100 - target_pct) / denominator)
            ),
            count(*) filter (is_outside_3sd)
        from mart_funnel where indicator = $indicator
        """,
        {"indicator": indicator},
    ).fetchall()[0]
    assert [int(digits) for digits in re.findall(r"\d+", said)] == [plain, 26, widened]
    assert plain > 20 > widened


def test_limits_come_in_order_of_size_and_the_wider_hold_the_narrower(build_id: str) -> None:
    for found in funnels(build_id, "education_helped").values():
        sizes = [each["denominator"] for each in found.limits]
        assert sizes == sorted(sizes)
        for each in found.limits:
            assert each["lower_3sd_pct"] <= each["lower_2sd_pct"] <= each["upper_2sd_pct"]
            assert each["upper_2sd_pct"] <= each["upper_3sd_pct"]


def test_equal_districts_still_lie_27_points_apart(build_id: str) -> None:
    equal, actual = chance_gaps(build_id)
    assert equal["spread"] == "equal"
    assert round(equal["median_gap_points"]) == 27
    assert actual["median_gap_points"] > equal["median_gap_points"]


def test_the_programme_s_indicators_come_before_those_of_a_survey(build_id: str) -> None:
    kinds = [is_survey(build_id, indicator) for indicator in comparable(build_id)]
    assert kinds == sorted(kinds)
    assert set(kinds) == {False, True}


def test_the_indicator_is_the_link_s_or_that_of_dimension_and_measure(build_id: str) -> None:
    of_link = selection(indicator="tpmap_income")
    assert chosen_indicator(build_id, of_link) == "tpmap_income"
    of_map = selection(dimension="health", measure="solved")
    assert chosen_indicator(build_id, of_map) == "health_solved"
    # What cannot be compared gives way, for the link may come from another page.
    uncompared = selection(indicator="target_households", dimension="housing")
    assert chosen_indicator(build_id, uncompared) == "housing_helped"


def test_peers_are_the_mart_s_nearest_first(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    rows = sample.execute(
        "select area_code, peer_code from district_peer order by area_code, place"
    ).fetchall()
    found = peers(build_id)
    assert [(code, peer) for code, alike in found.items() for peer in alike] == rows
    assert found.keys() == areas(build_id)["district"].keys()
    assert {row["area_code"] for row in features(build_id)} == found.keys()
