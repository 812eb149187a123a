"""What the generator says it planted is what a plain reading of its files finds."""

from pathlib import Path

import pytest

from etl.demo.generate import write_demo
from etl.demo.planted import Planted
from tests import planted_cases
from tests.planted_cases import rows_of

SIZES_AND_SEEDS = [(1174, 2563), (1174, 1), (1174, 2570), (11_740, 2563), (26, 7)]


@pytest.fixture(scope="module", params=SIZES_AND_SEEDS, ids=lambda given: "_".join(map(str, given)))
def province(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Planted]:
    directory = tmp_path_factory.mktemp("planted")
    households, seed = request.param
    return directory, write_demo(directory, households, seed)


def test_repeated_help_is_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    needs, help_events = rows_of(directory, "needs"), rows_of(directory, "help")
    assert planted_cases.repeated_help(needs, help_events) == planted.repeated_help


def test_reviewed_pairs_are_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    reviews = rows_of(directory, "duplicate_reviews")
    assert planted_cases.reviewed_not_duplicate(reviews) == planted.reviewed_not_duplicate
    assert planted.reviewed_not_duplicate <= planted.repeated_help


def test_left_out_households_are_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    rows = (rows_of(directory, source) for source in ("households", "needs", "help"))
    assert planted_cases.left_out_households(*rows) == planted.left_out_households


def test_unpaired_households_are_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    rows = (rows_of(directory, source) for source in ("households", "pairings"))
    assert planted_cases.unpaired_households(*rows) == planted.unpaired_households


def test_overloaded_officials_are_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    pairings = rows_of(directory, "pairings")
    assert planted_cases.overloaded_officials(pairings) == planted.overloaded_officials


def test_idle_officials_are_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    rows = (rows_of(directory, source) for source in ("officials", "pairings"))
    assert planted_cases.idle_officials(*rows) == planted.idle_officials


def test_unanswered_referrals_are_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    referrals = rows_of(directory, "referrals")
    assert planted_cases.unanswered_referrals(referrals) == planted.unanswered_referrals


def test_relapsed_households_are_what_was_planted(province: tuple[Path, Planted]) -> None:
    directory, planted = province
    incomes = rows_of(directory, "incomes")
    assert planted_cases.relapsed_households(incomes) == planted.relapsed_households
