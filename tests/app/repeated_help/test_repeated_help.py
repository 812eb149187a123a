"""Repeated help and needs nobody has taken, against plain loops over the same files."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.access import household_count, household_part, household_rows
from app.agencies.register import AGENCY_TYPES, FUND_SOURCES, agencies
from app.indicators import DIMENSIONS, Area, areas
from app.list_part import Part
from app.repeated_help.choices import AT_STAKE, EVERY_VERDICT, UNKNOWN, asked
from app.repeated_help.households import KINDS, QUERY, household_line
from app.repeated_help.lists import ROW_KEY, SORTED_BY
from app.repeated_help.markup import (
    cards_markup,
    matrix_markup,
    top_pairs_markup,
    untaken_markup,
)
from app.repeated_help.pairs import (
    VERDICTS,
    Pairs,
    Summary,
    Untaken,
    agency_pairs,
    summary,
    untaken_needs,
)
from app.repeated_help.sentences import repeated_sentence, rule_sentence
from app.repeated_help.tables import untaken_table
from app.rows.linked import ZERO
from app.service_rule import RULES_FILE, service_rule
from app.words import LANGUAGES, number
from etl.contract import contracts
from tests import planted_cases
from tests.reference import Row, last_day
from tests.reference_service import ServiceReference
from tests.screen import ROOT, selection

MONTHS = ("2020-01", "2020-05", "2020-09")
Case = dict[str, Any]


@pytest.fixture(scope="module")
def reference(sample_sources: Path) -> ServiceReference:
    return ServiceReference(sample_sources)


@pytest.fixture(scope="module")
def cases(reference: ServiceReference) -> list[Case]:
    """The planted pairs with all that the files say of their events, households and reviews."""
    rows = reference.facts.rows
    needs = {row["need_id"]: row for row in rows("needs")}
    events = {row["help_id"]: row for row in rows("help")}
    types = {row["agency_code"]: row["agency_type"] for row in rows("agencies")}
    reviews = {
        (row["first_help_id"], row["second_help_id"]): row for row in rows("duplicate_reviews")
    }
    found = []
    for pair in planted_cases.repeated_help(needs.values(), events.values()):
        first, second = (events[each] for each in pair)
        need = needs[second["need_id"]]
        village = reference.facts.households[need["household_id"]]["village_code"]
        found.append(
            {
                "pair": pair,
                "household": need["household_id"],
                "district": village[:4],
                "need": need["dimension"],
                "day": second["help_date"],
                "baht": float(second["value_baht"]) if second["value_baht"] else None,
                "verdict": reviews[pair]["verdict"] if pair in reviews else "none",
                "agencies": (first["agency_code"], second["agency_code"]),
                "types": (types[first["agency_code"]], types[second["agency_code"]]),
                "funds": (first["fund_source"], second["fund_source"]),
            }
        )
    return found


def of(cases: list[Case], month: str, district: str | None) -> list[Case]:
    return [
        case
        for case in cases
        if case["day"] <= last_day(month) and district in (None, case["district"])
    ]


def totals(cases: list[Case]) -> Pairs:
    return Pairs(
        len(cases),
        len({case["household"] for case in cases}),
        sum(case["baht"] or 0 for case in cases),
        sum(case["baht"] is None for case in cases),
    )


def listed(build_id: str, month: str, district: str | None, **codes: str) -> set[tuple[str, str]]:
    wanted = asked(selection(month=month, district=district), codes)
    rows = household_rows(build_id, "repeated_help", **wanted)
    assert household_count(build_id, "repeated_help", **wanted) == len(rows)
    return {(row["first_help_id"], row["second_help_id"]) for row in rows}


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("district", [None, "4001", "4007"])
def test_the_planted_pairs_are_all_counted_and_nothing_else(
    build_id: str, cases: list[Case], month: str, district: str | None
) -> None:
    wanted = of(cases, month, district)
    found = summary(build_id, month, district)
    assert found.every == totals(wanted)
    for verdict in VERDICTS:
        of_verdict = [case for case in wanted if case["verdict"] == verdict]
        assert found.by_verdict[verdict] == totals(of_verdict)
    at_stake = totals([case for case in wanted if case["verdict"] != "not_duplicate"])
    assert (found.at_stake_baht, found.at_stake_pairs, found.at_stake_without_value) == (
        at_stake.value_baht,
        at_stake.pairs,
        at_stake.pairs_without_value,
    )
    assert listed(build_id, month, district) == {case["pair"] for case in wanted}


def test_every_verdict_is_planted(cases: list[Case]) -> None:
    assert {case["verdict"] for case in cases} == set(VERDICTS)
    assert any(case["baht"] is None for case in cases)


@pytest.mark.parametrize("verdict", EVERY_VERDICT)
def test_the_list_of_a_verdict_has_its_pairs(
    build_id: str, cases: list[Case], verdict: str
) -> None:
    def is_wanted(case: Case) -> bool:
        if verdict == AT_STAKE:
            return bool(case["verdict"] != "not_duplicate")
        return bool(case["verdict"] == verdict)

    wanted = [case for case in cases if is_wanted(case)]
    assert listed(build_id, "2020-09", None, verdict=verdict) == {case["pair"] for case in wanted}
    unknown = {case["pair"] for case in wanted if case["baht"] is None}
    assert listed(build_id, "2020-09", None, verdict=verdict, value=UNKNOWN) == unknown


@pytest.mark.parametrize("verdict", [*EVERY_VERDICT, ""])
@pytest.mark.parametrize("district", [None, "4007"])
def test_the_households_of_the_pairs_are_listed_once_with_all_their_pairs(
    build_id: str, cases: list[Case], verdict: str, district: str | None
) -> None:
    codes = {"verdict": verdict} if verdict else {}
    pairs = listed(build_id, "2020-09", district, **codes)
    wanted: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case["pair"] in pairs:
            wanted[case["household"]].append(case)
    rows = household_rows(build_id, QUERY, **asked(selection(district=district), codes))
    assert len(rows) == len(wanted)
    for row in rows:
        own = wanted[row["household_id"]]
        assert row["pairs"] == len(own)
        assert str(row["latest_date"]) == max(case["day"] for case in own)
        known = [case["baht"] for case in own if case["baht"] is not None]
        assert row["second_value_baht"] == (sum(known) if known else None)
        assert row["pairs_without_value"] == sum(case["baht"] is None for case in own)
        assert household_line(build_id, selection(), row).cells.keys() == KINDS.keys()


@pytest.mark.parametrize("need", DIMENSIONS)
def test_the_list_of_a_dimension_has_its_pairs(build_id: str, cases: list[Case], need: str) -> None:
    wanted = {case["pair"] for case in cases if case["need"] == need}
    assert listed(build_id, "2020-09", None, need=need) == wanted


@pytest.mark.parametrize("fund", FUND_SOURCES)
def test_the_list_of_a_fund_has_pairs_with_it_on_either_side(
    build_id: str, cases: list[Case], fund: str
) -> None:
    wanted = {case["pair"] for case in cases if fund in case["funds"]}
    assert listed(build_id, "2020-09", None, fund=fund) == wanted


def test_lists_of_agencies_and_their_types_have_their_pairs(
    build_id: str, cases: list[Case]
) -> None:
    for code in agencies(build_id):
        wanted = {case["pair"] for case in cases if code in case["agencies"]}
        assert listed(build_id, "2020-09", None, agency=code) == wanted
    for row in agency_pairs(build_id, "2020-09", None):
        codes = row["first_agency_code"], row["second_agency_code"]
        found = listed(build_id, "2020-09", None, verdict=AT_STAKE, first=codes[0], second=codes[1])
        assert len(found) == row["pairs"]
    for first in AGENCY_TYPES:
        wanted = {case["pair"] for case in cases if case["types"][0] == first}
        assert listed(build_id, "2020-09", None, first=first) == wanted


@pytest.mark.parametrize("month", MONTHS)
def test_who_repeats_whom_is_counted_without_cleared_pairs(
    build_id: str, cases: list[Case], month: str
) -> None:
    wanted = [case for case in of(cases, month, None) if case["verdict"] != "not_duplicate"]
    pairs = Counter(case["agencies"] for case in wanted)
    baht: dict[tuple[str, str], int | None] = dict.fromkeys(pairs)
    for case in wanted:
        if case["baht"] is not None:
            baht[case["agencies"]] = (baht[case["agencies"]] or 0) + case["baht"]
    found = agency_pairs(build_id, month, None)
    codes = [(row["first_agency_code"], row["second_agency_code"]) for row in found]
    assert dict(zip(codes, (row["pairs"] for row in found), strict=True)) == pairs
    assert all(row["value_baht"] == baht[code] for row, code in zip(found, codes, strict=True))
    assert [row["pairs"] for row in found] == sorted((row["pairs"] for row in found), reverse=True)
    if month == "2020-09":
        types = Counter(case["types"] for case in wanted)
        markup = matrix_markup(selection(), found)
        for (first, second), count in types.items():
            assert f'first={first}&amp;second={second}&amp;view=&amp;order=">{count}</a>' in markup
        assert markup.count("</a>") == len(types)
        with_baht = sum((row["value_baht"] or 0) > 0 for row in found[:10])
        assert top_pairs_markup(selection(), found).count("</a>") == 10 + with_baht


def untaken(reference: ServiceReference, month: str) -> Mapping[tuple[str, str], list[int]]:
    """District and dimension → days that its untaken open needs have waited, by plain reading."""
    need_of: dict[str, Row] = {row["need_id"]: row for row in reference.facts.rows("needs")}
    taken = {
        (need_of[row["need_id"]]["household_id"], need_of[row["need_id"]]["dimension"])
        for row in reference.facts.rows("help")
        if row["status"] != "cancelled"
    }
    end = last_day(month)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (household, dimension), days in reference.needs.items():
        is_open = days.need <= end and not (days.solved and days.solved <= end)
        if dimension != "any" and is_open and (household, dimension) not in taken:
            village = reference.facts.households[household]["village_code"]
            waited = date.fromisoformat(end) - date.fromisoformat(days.need)
            found[village[:4], dimension].append(waited.days)
    return found


@pytest.mark.parametrize("month", MONTHS)
def test_needs_nobody_has_taken_are_those_of_plain_reading(
    build_id: str, reference: ServiceReference, month: str
) -> None:
    wanted = untaken(reference, month)
    found = untaken_needs(build_id, month, None)
    assert {
        (district, dimension): (each.needs, each.longest_days)
        for district, of_district in found.items()
        for dimension, each in of_district.items()
    } == {key: (len(days), max(days)) for key, days in wanted.items()}
    assert untaken_needs(build_id, month, "4007") == {
        code: each for code, each in found.items() if code == "4007"
    }
    frame = untaken_table(selection(month=month), areas(build_id)["district"], found)
    assert len(frame) == len(wanted)
    assert frame.iloc[:, 3].sum() == sum(map(len, wanted.values()))


def test_each_number_of_untaken_needs_leads_to_its_list() -> None:
    districts = {code: Area(code, "40", code, code, True) for code in ("4007", "4011")}
    found = {
        "4007": {"health": Untaken(1200, 90, 40), "housing": Untaken(3, 12, 10)},
        "4011": {"health": Untaken(5, 300, 100)},
    }
    markup = untaken_markup(selection(), districts, found)
    assert ZERO in markup
    assert 'state=unassigned&amp;need=health&amp;district=4007">1,200</a>' in markup
    assert 'state=unassigned&amp;need=health">1,205</a>' in markup
    assert 'state=unassigned">1,208</a>' in markup
    assert 'state=unassigned&amp;district=4007">1,203</a>' in markup
    of_one = untaken_markup(selection(district="4007"), districts, {"4007": found["4007"]})
    assert of_one.count("<tr>") == 2


@pytest.mark.parametrize("order", SORTED_BY)
def test_pairs_may_be_sorted_by_every_column(build_id: str, order: str) -> None:
    wanted = asked(selection(), {})
    rows = household_part(build_id, "repeated_help", Part((order, ROW_KEY), 0, 500), **wanted)
    known = [row[order] for row in rows if row[order] is not None]
    assert known == sorted(known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_is_told_with_its_numbers_and_its_file(build_id: str, language: str) -> None:
    rule = service_rule(build_id)
    told = rule_sentence(language, rule)
    assert f" {rule.repeated_help_window_days} " in told
    assert RULES_FILE in told
    assert (ROOT / RULES_FILE).is_file()
    same = rule._replace(repeated_help_same_agency_counts=True)
    assert rule_sentence(language, same) != told


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_and_sentence_tell_the_summary(build_id: str, language: str) -> None:
    found = summary(build_id, "2020-09", None)
    chosen, rule = selection(lang=language), service_rule(build_id)
    told = repeated_sentence(chosen, found, {"4007": {"health": Untaken(4321, 1, 1)}}, rule)
    figures = [found.every.pairs, found.every.households, found.at_stake_baht]
    figures.append(found.at_stake_without_value)
    cards = cards_markup(chosen, found)
    for each in figures:
        assert number(each) in told
        assert f">{number(each)}</a>" in cards
    assert "4,321" in told
    nothing = Summary(Pairs(), dict.fromkeys(VERDICTS, Pairs()))
    assert repeated_sentence(chosen, nothing, {}, rule) != told


def choices_of(source: str, name: str) -> set[str]:
    return {
        choice
        for column in contracts()[source].columns
        if column.name == name
        for choice in column.choices
    }


def test_codes_of_choices_are_those_of_the_contracts() -> None:
    assert set(AGENCY_TYPES) == choices_of("agencies", "agency_type")
    assert set(FUND_SOURCES) == choices_of("help", "fund_source")
    assert set(VERDICTS) - {"none"} == choices_of("duplicate_reviews", "verdict")
