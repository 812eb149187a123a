"""The chain and its lists against mart and plain loops: every household stands at one end."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from app.access import household_count, household_part, household_rows
from app.chain.choices import EVERY_REASON, Listed, listed
from app.chain.households import SORTED_BY, parameters
from app.chain.markup import chain_markup, small_chains_markup
from app.chain.names import reason_name, stage_name
from app.chain.sentences import chain_sentence
from app.chain.stages import CLASSES, NEEDS, REASONS, STAGES, Chain, chains
from app.indicators import DIMENSIONS, cell, months
from app.list_part import Part
from app.words import LANGUAGES, number
from tests.reference_service import ServiceReference
from tests.screen import selection

EVERYONE = Listed(STAGES[0], None, STAGES[0])
FEW_MONTHS = ("2019-11", "2020-03", "2020-09")


def listed_households(
    build_id: str, month: str, need: str, what: Listed, **more: Any
) -> list[dict[str, Any]]:
    chosen = selection(month=month, district=more.get("district"))
    asked = parameters(chosen, need, more.get("household_class"), what)
    return household_rows(build_id, "chain_households", **asked)


def each_count(sample: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    yield from sample.execute(
        """
        select strftime(month, '%Y-%m'), dimension, stage, reason, sum(households)
        from mart_chain group by all
        """
    ).fetchall()


@pytest.mark.parametrize("need", NEEDS)
def test_the_list_has_as_many_households_as_the_mart_counts(
    build_id: str, sample: duckdb.DuckDBPyConnection, need: str
) -> None:
    wanted = {row[:-1]: row[-1] for row in each_count(sample) if row[1] == need}
    found = Counter(
        (month, need, row["stage"], row["reason"])
        for month in months(build_id)
        for row in listed_households(build_id, month, need, EVERYONE)
    )
    assert found == wanted
    assert len(wanted) > 100


@pytest.mark.parametrize("month", FEW_MONTHS)
def test_the_list_puts_each_household_where_plain_reading_does(
    build_id: str, sample_sources: Path, month: str
) -> None:
    reference = ServiceReference(sample_sources)
    for need in NEEDS:
        rows = listed_households(build_id, month, need, EVERYONE)
        assert {row["household_id"] for row in rows} == set(reference.facts.households)
        assert len(rows) == len(reference.facts.households)
        for row in rows:
            stage, reason = reference.stage(row["household_id"], need, f"{month}-01")
            assert row["stage"] == stage
            # Plain reading leaves the latest status of a need to the need itself.
            assert row["reason"] == reason or reason is None


@pytest.mark.parametrize("month", FEW_MONTHS)
@pytest.mark.parametrize("household_class", [None, *CLASSES])
@pytest.mark.parametrize("district", [None, "4007"])
def test_every_number_of_the_chain_is_the_length_of_its_list(
    build_id: str, month: str, household_class: str | None, district: str | None
) -> None:
    for need, chain in chains(build_id, month, district, household_class).items():
        chosen = selection(month=month, district=district)
        for what in every_list():
            asked = parameters(chosen, need, household_class, what)
            assert household_count(build_id, "chain_households", **asked) == what.total(chain)


def every_list() -> Iterator[Listed]:
    for stage in STAGES:
        yield Listed(stage)
        yield Listed(stage, None, stage)
        yield from (Listed(stage, reason) for reason in REASONS[stage])


def test_the_lists_are_of_the_class_and_district_that_are_asked_for(build_id: str) -> None:
    rows = listed_households(
        build_id, "2020-09", "any", EVERYONE, district="4007", household_class="relief"
    )
    assert rows
    assert {row["village_code"][:4] for row in rows} == {"4007"}
    assert {row["household_class"] for row in rows} == {"relief"}


@pytest.mark.parametrize("order", SORTED_BY)
def test_a_list_may_be_sorted_by_each_column_that_offers_it(build_id: str, order: str) -> None:
    asked = parameters(selection(), "health", None, Listed("helped"))
    part = Part((order, "household_number"), 0, 500)
    rows = household_part(build_id, "chain_households", part, **asked)
    found = [row[order] for row in rows if row[order] is not None]
    assert found == sorted(found)
    assert len(rows) > 100


@pytest.mark.parametrize("month", FEW_MONTHS)
def test_the_chain_agrees_with_the_indicators(build_id: str, month: str) -> None:
    for need in NEEDS:
        chain = chains(build_id, month, None, None)[need]
        assert chain.reached("need") == cell(build_id, f"{need}_need", month, "40").numerator
        assert chain.reached("helped") == cell(build_id, f"{need}_helped", month, "40").numerator
        closed = chain.reached("solved") + chain.households("need", "solved_without_help")
        assert closed == cell(build_id, f"{need}_solved", month, "40").numerator


def test_what_is_lost_is_what_stops_where_there_is_something_to_do() -> None:
    chain = Chain(
        {
            "target": {"died": 2},
            "found": {"no_need": 90, "need_not_verified": 1},
            "helped": {"open": 3, "in_progress": 4},
            "above_line": {"above_line": 50},
        }
    )
    assert chain.largest_loss() == ("helped", 7, "in_progress", 4)
    assert [chain.reached(stage) for stage in STAGES] == [150, 148, 57, 57, 50, 50]
    assert Chain({"found": {"no_need": 9}}).largest_loss() is None


def test_the_link_says_what_is_listed_and_without_it_where_most_are_lost() -> None:
    chain = Chain({"need": {"open": 2}, "helped": {"open": 3}})
    assert listed({}, chain) == Listed("helped")
    assert listed({"stage": "need", "reason": "open"}, chain) == Listed("need", "open")
    assert listed({"stage": "need", "reason": "died"}, chain) == Listed("need")
    assert listed({"reached": "found", "stage": "need"}, chain) == Listed("found", None, "found")
    assert listed({}, Chain({})) == Listed("target")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_is_drawn_named_and_linked(build_id: str, language: str) -> None:
    chosen = selection(lang=language)
    found = chains(build_id, "2020-09", None, None)
    for need in NEEDS:
        waiting = max(found[need].stopped("helped"))
        markup = chain_markup(chosen, need, found[need], Listed("helped", waiting))
        for stage in STAGES:
            assert f"{number(found[need].reached(stage))}</a>" in markup
            assert f"need={need}&amp;stage=&amp;reason=&amp;reached={stage}" in markup
            assert stage_name(language, stage) in markup
            for reason, households in found[need].stopped(stage).items():
                if stage != "above_line":
                    assert f"stage={stage}&amp;reason={reason}&amp;reached=" in markup
                    named = reason_name(language, reason)
                    assert f"{number(households)}</a> {named}</li>" in markup
        assert markup.count("lost chosen") == 1
    small = small_chains_markup(chosen, found)
    assert small.count("</a>") == len(DIMENSIONS) * (1 + len(STAGES))


def test_the_width_of_a_band_is_the_number_of_households() -> None:
    chain = Chain(
        {"target": {"died": 25}, "found": {"no_need": 25}, "above_line": {"above_line": 50}}
    )
    markup = chain_markup(selection(), "any", chain, Listed("target"))
    assert [part.split("%")[0] for part in markup.split("--reached: ")[1:]] == [
        "94.000", "70.500", "47.000", "47.000", "47.000", "47.000",
    ]  # fmt: skip
    assert 'd="M705.00 0C705.00 35.0 765.00 35.0 765.00 70H1000.00' in markup


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_says_who_starts_who_arrives_and_where_most_are_lost(language: str) -> None:
    chain = Chain({"helped": {"in_progress": 1200, "open": 30}, "above_line": {"above_line": 70}})
    said = chain_sentence(selection(lang=language), "health", chain)
    for part in ("1,300", "1,230", "94.6", "1,200", reason_name(language, "in_progress")):
        assert part in said
    nothing = chain_sentence(selection(lang=language), "health", Chain({}))
    assert nothing != ""
    assert not any(figure in nothing for figure in ("1,300", "None"))


def test_every_reason_has_words_in_both_languages() -> None:
    for language in LANGUAGES:
        assert all(reason_name(language, reason) for reason in EVERY_REASON)
