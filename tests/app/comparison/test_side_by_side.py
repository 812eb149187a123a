"""Facts of districts side by side: who is compared, and what is truly different."""

import pytest

from app.comparison.side_by_side import (
    Compared,
    beside_sentence,
    compared_districts,
)
from app.comparison.standings import Standing
from app.map.geometry import drawing
from app.words import LANGUAGES, text
from tests.screen import selection


def standing(value: float, group: int) -> Standing:
    return Standing(1, 2, value, 1.0, 99.0, "like", 1, 26, group, group)


def compared(title: str, one: Standing, other: Standing, *, higher: bool = True) -> Compared:
    return Compared(title, title, "2020-09", {"4007": one, "4008": other}, higher)


def said(*found: Compared, language: str = "en", build_id: str) -> str:
    return beside_sentence(build_id, selection(lang=language), found, "4007", "4008")


def test_a_district_stands_beside_those_that_it_borders_on() -> None:
    assert compared_districts(selection()) == ()
    first, *others = compared_districts(selection(district="4007"))
    assert first == "4007"
    assert len(others) == 3
    assert set(others) <= set(drawing("district").shapes["4007"].neighbours)


def test_districts_of_the_link_come_first() -> None:
    chosen = selection(district="4007", districts="4001,4029")
    assert compared_districts(chosen) == ("4001", "4029")


def test_what_is_truly_better_and_worse_is_named_by_its_indicator(build_id: str) -> None:
    sentence = said(
        compared("visits", standing(90, 1), standing(40, 2)),
        compared("poverty", standing(9, 2), standing(4, 1), higher=False),
        compared("health", standing(90, 1), standing(40, 1)),
        build_id=build_id,
    )
    assert "truly better in visits" in sentence
    assert "truly worse in poverty" in sentence
    assert "cannot be told apart in the other 1" in sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_that_only_seem_different_are_said_to_be_alike(build_id: str, language: str) -> None:
    alike = compared("health", standing(90, 1), standing(40, 1))
    sentence = said(alike, alike, language=language, build_id=build_id)
    assert text(language, "compare.beside_all_like", count="2") in sentence


def test_the_side_is_the_one_s_own() -> None:
    found = compared("visits", standing(90, 1), standing(40, 2))
    assert found.against("4007", "4008") == ("higher", "better")
    assert found.against("4008", "4007") == ("lower", "worse")
    assert found.against("4007", "4007") == ("like", "like")
