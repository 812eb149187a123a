"""Facts of what is said of districts beside one another, counted a second time."""

from itertools import combinations

import pytest

from app.comparison.sentences import (
    falling_sentence,
    groups_sentence,
    level_sentence,
    ranks_in_words,
    rug_sentence,
)
from app.comparison.standings import Standings, standings
from app.indicators import Cell, areas, cell
from app.words import LANGUAGES
from tests.screen import selection

ENGLISH = selection(lang="en")


def of(build_id: str, indicator: str, month: str) -> Standings:
    return standings(build_id)[indicator][month]


def test_the_table_s_sentence_counts_what_differs_and_what_chance_would_make(
    build_id: str,
) -> None:
    columns = [of(build_id, name, "2020-09") for name in ("any_solved", "households_visited")]
    apart = sum(s.standing != "like" for column in columns for s in column.values())
    assert apart > 0
    said = rug_sentence(ENGLISH, columns)
    assert f"of {26 * 2} district figures only {apart} differ" in said
    assert "up to about 3 could" in said
    alike = {code: s._replace(standing="like") for code, s in columns[0].items()}
    assert "none differs" in rug_sentence(ENGLISH, [alike])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_without_figures_says_so(language: str) -> None:
    assert rug_sentence(selection(lang=language), [{}, {}])


def test_the_level_names_every_district_that_differs_and_no_other(build_id: str) -> None:
    found, districts = of(build_id, "households_visited", "2020-09"), areas(build_id)["district"]
    whole = cell(build_id, "households_visited", "2020-09", "40")
    said = level_sentence(ENGLISH, "2020-09", whole, found, districts)
    assert f"({whole.numerator} of {whole.denominator:,})" in said
    above, _, below = said.partition("Below the province")
    for code, area in districts.items():
        assert (area.name_en in above) == (found[code].standing == "higher"), area.name_en
        assert (area.name_en in below) == (found[code].standing == "lower"), area.name_en


def test_a_level_without_outliers_says_that_none_can_be_told_apart(build_id: str) -> None:
    found, districts = of(build_id, "education_helped", "2020-09"), areas(build_id)["district"]
    said = level_sentence(ENGLISH, "2020-09", Cell(50.0, 5, 10, None), found, districts)
    assert said.endswith("No district can be told apart from the province.")


def test_pairs_are_counted_as_they_are_told_apart_one_by_one(build_id: str) -> None:
    districts = areas(build_id)["district"]
    month = next(iter(standings(build_id)["tpmap_target_poor"]))
    found = of(build_id, "tpmap_target_poor", month)
    apart = [
        {one, other}
        for one, other in combinations(found, 2)
        if not set(range(found[one].group_first, found[one].group_last + 1))
        & set(range(found[other].group_first, found[other].group_last + 1))
    ]
    said = groups_sentence(selection(lang="en", district="4007"), found, districts)
    assert f"Of 325 pairs of districts, {len(apart)} can truly be told apart" in said
    own = sum("4007" in pair for pair in apart)
    assert said.endswith(f"and can be told apart from {own} others.")


def test_districts_that_are_all_alike_have_no_order(build_id: str) -> None:
    found = of(build_id, "education_helped", "2020-09")
    said = groups_sentence(ENGLISH, found, areas(build_id)["district"])
    assert said.startswith("None of the 26 districts can be told apart")
    assert "from 1 to 26" in said


def test_a_sure_rank_is_one_number() -> None:
    assert ranks_in_words(ENGLISH, 3, 17) == "3–17"
    assert ranks_in_words(ENGLISH, 6, 6) == "6"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_fallen_is_named(build_id: str, language: str) -> None:
    districts, chosen = areas(build_id)["district"], selection(lang=language)
    said = falling_sentence(chosen, "2020-06", ["4002", "4029"], districts)
    assert districts["4002"].name(language) in said
    assert districts["4029"].name(language) in said
    none = falling_sentence(chosen, "2020-06", [], districts)
    assert not any(area.name(language) in none for area in districts.values())
