"""Facts of the doubts, the findings and the sources, against the warehouse."""

import re
from datetime import datetime
from html import unescape

import duckdb
import pytest

from app.indicators import areas, declarations
from app.quality.doubts import doubtful, doubts
from app.quality.findings import (
    DOUBT_RULES,
    Coverage,
    Finding,
    Freshness,
    Rule,
    coverage,
    findings,
    freshness,
    rules,
)
from app.quality.markup import coverage_markup, rule_markup, sources_markup, when
from app.quality.sentences import quality_sentence
from app.quality.tables import findings_table
from app.words import LANGUAGES
from etl.quality_rule import read_quality_rules
from tests.screen import selection

RULE = Rule("few_needs", "Few needs", "It means <this>", "Do that")
NEEDS = Finding("few_needs", "any_need", "needs", None, "4011", "2020-09", "2020-09", 1, 7, 24)


def test_every_rule_has_its_words_and_those_of_doubt_come_first(build_id: str) -> None:
    found = rules(build_id, "en")
    assert {each.rule for each in found} == {each.rule for each in read_quality_rules()}
    assert {each.rule for each in found[: len(DOUBT_RULES)]} == set(DOUBT_RULES)
    assert rules(build_id, "th")[0].title != found[0].title


def test_the_zeros_in_education_are_found_where_they_are(build_id: str) -> None:
    zeros = [each for each in findings(build_id) if each.rule == "suspicious_zero"]
    of_education = {
        each.district_code: each.found for each in zeros if each.indicator == "tpmap_education"
    }
    assert of_education == {"4002": 1, "4005": 3, "4019": 1}


def test_findings_add_up_to_the_flags_that_a_rule_raised_itself(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    rows = sample.execute(
        """
        select rule, count(*), sum(found)
        from data_quality_flag
        where indicator is null or indicator = found_in
        group by rule
        """
    ).fetchall()
    assert rows
    for rule, flags, found in rows:
        of_rule = [each for each in findings(build_id) if each.rule == rule]
        assert sum(each.months if each.first_month else 1 for each in of_rule) == flags
        assert sum(each.found or 0 for each in of_rule) == found


def test_what_is_made_of_a_doubtful_figure_is_doubtful(build_id: str) -> None:
    for indicator in ("tpmap_education", "tpmap_target_poor", "mpi_headcount"):
        assert {"4002", "4005", "4019"} <= doubtful(build_id, indicator, "2019-10")
    assert doubtful(build_id, "tpmap_access", "2020-09") == frozenset()
    assert doubtful(build_id, "any_helped", "2020-09") == frozenset({"4011"})
    assert doubtful(build_id, "any_helped", "2019-12") == frozenset()
    assert doubts(build_id).keys() <= declarations(build_id).keys()


def test_sources_hold_the_rows_that_were_loaded(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    rows = sample.execute(
        "select source, sum(rows_loaded), count(distinct file_name) from batch group by source"
    ).fetchall()
    found = {each.source: (each.rows, each.files) for each in freshness(build_id)}
    assert found == {source: (loaded, files) for source, loaded, files in rows}


def test_every_district_is_covered_by_every_source_that_counts_households(build_id: str) -> None:
    found = coverage(build_id)
    assert found.keys() == areas(build_id)["district"].keys()
    for of_sources in found.values():
        assert of_sources.keys() == {"needs", "help", "incomes", "visits", "reports"}
        assert all(0 <= each.covered <= each.covered_of for each in of_sources.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_says_what_it_found_and_what_to_do(language: str) -> None:
    shown = rule_markup(language, RULE, [NEEDS], {"any_need": "In need & more"})
    assert shown.startswith('<details class="rule" open>')
    assert "It means &lt;this&gt;" in shown
    assert "In need &amp; more" in shown
    assert re.findall(r'<td class="number">([^<]*)<', shown) == ["7", "24"]
    assert "<details" not in rule_markup(language, RULE, [], {})
    uncounted = rule_markup(language, RULE, [NEEDS._replace(found=None)], {"any_need": ""})
    assert re.findall(r'<td class="number">([^<]*)<', uncounted) == ["", "24"]


def test_months_are_told_as_one_or_as_a_span() -> None:
    several = NEEDS._replace(first_month="2019-10", months=3)
    assert when("en", NEEDS) == "Sep 20"
    assert when("en", several) == "Oct 19 to Sep 20 (3 months)"
    assert when("en", NEEDS._replace(first_month=None, last_month=None)) == ""


def test_what_tells_of_too_few_is_set_in_bold(build_id: str) -> None:
    district = {"4001": areas(build_id)["district"]["4001"]}
    found = {
        "needs": Coverage("2020-09", 74, 100),
        "help": Coverage("2020-09", 75, 100),
        "visits": Coverage(None, 0, 0),
    }
    shown = unescape(coverage_markup("en", district, {"4001": found}))
    shown = shown.replace("\N{NO-BREAK SPACE}", " ")
    assert "<strong>74 of 100</strong>" in shown
    assert "<strong>75 of 100</strong>" not in shown
    assert shown.count("no data") == 3


def test_the_sentence_counts_doubtful_figures_and_refused_rows() -> None:
    source = Freshness("needs", None, datetime(2020, 10, 1), 90, 10, 1)
    said = quality_sentence(selection(lang="en"), [NEEDS], [source])
    assert said.startswith("To be checked before use: figures 1, districts 1.")
    assert "10 of 100 rows" in said
    assert "no date" in sources_markup("en", [source])


def test_the_table_has_a_row_for_each_finding(build_id: str) -> None:
    titles = {name: each["title_en"] for name, each in declarations(build_id).items()}
    found = findings(build_id)
    frame = findings_table(selection(lang="en"), rules(build_id, "en"), found, titles)
    assert len(frame) == len(found)
    assert list(frame["Counted"]) == [each.found for each in found]
