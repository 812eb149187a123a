"""Facts of the list of open needs: it is what plain loops over the files find, and nothing else."""

from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access import household_count
from app.indicators import DIMENSIONS, cell, province_code
from app.left_behind.counts import bands_of, counted, counts_of
from app.left_behind.filters import (
    AGES,
    CLASSES,
    INCOME_ORDERS,
    NEED_ORDERS,
    NEEDS,
    SEVERITIES,
    UNKNOWN,
    VULNERABILITIES,
    Wanted,
)
from app.left_behind.lines import NEED_KEY, RELAPSE_KEY, part_of
from app.list_part import Part
from tests.app.left_behind.open_needs_reference import OpenNeedsReference, as_open_need
from tests.pages.visits import MONTHS
from tests.planted_cases import left_out_households, relapsed_households, rows_of

MONTH = MONTHS[-1]
ALL = 100_000
AREAS = ("", "4007", "4029", "400702", "40070204", "4001", "40019648")
FLAGS = [*VULNERABILITIES, *(flag + UNKNOWN for flag in VULNERABILITIES)]
wanted_needs = st.builds(
    Wanted,
    month=st.sampled_from(MONTHS),
    area_code=st.sampled_from(AREAS),
    state=st.sampled_from(["waiting", "open", "unassigned"]),
    need=st.sampled_from(["", *NEEDS]),
    age=st.sampled_from(["", *AGES]),
    severity=st.sampled_from(["", *SEVERITIES]),
    household_class=st.sampled_from(["", *CLASSES]),
    vulnerability=st.sampled_from(["", *FLAGS]),
)
several = settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture(scope="session")
def reference(sample_sources: Path) -> OpenNeedsReference:
    return OpenNeedsReference(sample_sources)


@several
@given(wanted=wanted_needs)
def test_the_list_is_what_plain_loops_find(
    build_id: str, reference: OpenNeedsReference, wanted: Wanted
) -> None:
    rows = part_of(build_id, wanted, Part(("-days", *NEED_KEY), 0, ALL))
    found = [as_open_need(row) for row in rows]
    assert len(set(found)) == len(found)
    assert set(found) == reference.open_needs(wanted)
    total = counted(
        counts_of(build_id, wanted), wanted.state, wanted.dimensions, bands_of(wanted.age)
    )
    assert total == len(found)


@pytest.mark.parametrize("month", MONTHS)
def test_every_state_and_dimension_is_what_plain_loops_find(
    build_id: str, reference: OpenNeedsReference, month: str
) -> None:
    for state, need in product(("waiting", "open", "unassigned"), ("", *NEEDS)):
        wanted = Wanted(month, "", state, need)
        rows = part_of(build_id, wanted, Part(NEED_KEY, 0, ALL))
        assert {as_open_need(row) for row in rows} == reference.open_needs(wanted)


@several
@given(
    area_code=st.sampled_from(AREAS),
    household_class=st.sampled_from(["", *CLASSES]),
    vulnerability=st.sampled_from(["", *FLAGS]),
)
def test_the_relapses_are_what_plain_loops_find(
    build_id: str,
    reference: OpenNeedsReference,
    area_code: str,
    household_class: str,
    vulnerability: str,
) -> None:
    wanted = Wanted(
        MONTH,
        area_code,
        "relapsed",
        household_class=household_class,
        vulnerability=vulnerability,
    )
    rows = part_of(build_id, wanted, Part(("-lacking_baht", *RELAPSE_KEY), 0, ALL))
    assert sorted(row["household_id"] for row in rows) == sorted(reference.relapsed(wanted))
    assert household_count(build_id, "relapsed", **wanted.of_households()) == len(rows)


def test_every_planted_household_without_help_is_found_and_nobody_else(
    build_id: str, sample_sources: Path, reference: OpenNeedsReference
) -> None:
    wanted = Wanted(MONTH, "", "unassigned", need="any")
    listed = {row["household_id"] for row in part_of(build_id, wanted, Part(NEED_KEY, 0, ALL))}
    sources = (rows_of(sample_sources, name) for name in ("households", "needs", "help"))
    left_out = left_out_households(*sources)
    assert left_out
    assert left_out <= listed
    # Beside them only households whose help was cancelled, or is for what nobody verified.
    assert listed == {household for household, _, _ in reference.open_needs(wanted)}


def test_every_planted_relapse_is_found_and_nobody_else(
    build_id: str, sample_sources: Path
) -> None:
    rows = part_of(build_id, Wanted(MONTH, "", "relapsed"), Part(RELAPSE_KEY, 0, ALL))
    planted = relapsed_households(rows_of(sample_sources, "incomes"))
    assert planted
    assert {row["household_id"] for row in rows} == planted
    for row in rows:
        highest, line = row["highest_baht_per_person_year"], row["line_baht"]
        assert row["income_baht_per_person_year"] < line <= highest
        assert row["lacking_baht"] == line - row["income_baht_per_person_year"]


def test_a_row_tells_of_the_gravest_need(build_id: str, reference: OpenNeedsReference) -> None:
    for need in ("", "any"):
        wanted = Wanted(MONTH, "", "open", need=need)
        for row in part_of(build_id, wanted, Part(NEED_KEY, 0, ALL)):
            gravest = reference.gravest[row["household_id"], row["dimension"]]
            assert row["problem"] == gravest["problem"]
            assert str(row["severity"]) == gravest["severity"]
            assert row["need_status"] == gravest["status"]
            assert (row["unsolved_reason"] or "") == gravest["unsolved_reason"]


@pytest.mark.parametrize("month", MONTHS)
def test_waiting_and_open_are_what_the_indicators_leave(build_id: str, month: str) -> None:
    found, whole = counts_of(build_id, Wanted(month, "", "waiting")), province_code(build_id)
    for dimension in (*DIMENSIONS, "any"):
        helped = cell(build_id, f"{dimension}_helped", month, whole)
        solved = cell(build_id, f"{dimension}_solved", month, whole)
        waiting = counted(found, "waiting", [dimension], bands_of(""))
        still_open = counted(found, "open", [dimension], bands_of(""))
        assert waiting + still_open == solved.rest
        # In the sample nothing is solved that was not helped.
        assert waiting == helped.rest
        assert counted(found, "unassigned", [dimension], bands_of("")) <= waiting


def test_each_order_sorts_with_blanks_last(build_id: str) -> None:
    for state, orders, key in (
        ("open", NEED_ORDERS, NEED_KEY),
        ("relapsed", INCOME_ORDERS, RELAPSE_KEY),
    ):
        for order in orders:
            asked = Part((f"-{order}", *key), 0, ALL)
            rows = part_of(build_id, Wanted(MONTH, "", state), asked)
            values = [row[order] for row in rows]
            known = [value for value in values if value is not None]
            assert values[: len(known)] == known
            assert all(before >= after for before, after in pairwise(known))
