"""Facts of agencies and money: every figure and list a second time, by loops over the files."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from app.access import household_count, household_rows
from app.agencies.district_funds import (
    district_funds,
    funds_sentence,
)
from app.agencies.figures import (
    ANY,
    COLUMNS,
    COUNTS,
    POWERS,
    Group,
    Help,
    fullest_cell,
    help_of,
    help_outside,
    help_totals,
)
from app.agencies.households import helped_households
from app.agencies.lines import event_line, household_line, movement_line
from app.agencies.links import CODE_OF, UNKNOWN
from app.agencies.matrix import matrix_markup
from app.agencies.register import AGENCY_TYPES, FUND_SOURCES, agencies
from app.agencies.rows import (
    EVENTS,
    HELP_FILTERS,
    HOUSEHOLDS,
    MOVEMENTS,
    VIEWS,
    added_up,
    list_title,
)
from app.agencies.sentences import (
    agencies_sentence,
    count_note,
    outside_markup,
)
from app.indicators import DIMENSIONS, cell, province_code
from app.list_part import Part
from app.rows.linked import ZERO
from app.words import LANGUAGES, number
from tests.planted_cases import rows_of
from tests.reference import last_day
from tests.reference_service import ServiceReference
from tests.screen import selection

GROUPINGS = {"agency_type": AGENCY_TYPES, "fund_source": FUND_SOURCES, "power": POWERS}


def asked(view: str = "help", month: str = "2020-09", **codes: str | None) -> dict[str, Any]:
    blank = dict.fromkeys(("district_code", *HELP_FILTERS))
    own = {"view": view} if view in ("help", "outside") else {}
    return {"month": month, **own, **blank, **codes}


def codes_of(group: Group, dimension: str) -> dict[str, str]:
    """What a number of a group and dimension puts into the link."""
    codes = {} if group == Group() else {CODE_OF[group.grouping]: group.code}
    return codes if dimension == ANY else {**codes, "need": dimension}


@pytest.mark.parametrize("month", ["2019-11", "2020-05", "2020-09"])
def test_every_figure_is_that_of_the_files(
    build_id: str, plain: ServiceReference, month: str
) -> None:
    found = help_totals(build_id, month, None)
    for grouping in ("all", "agency", *GROUPINGS):
        expected = plain.help_total(grouping, f"{month}-01")
        assert {
            (group.code, dimension): (each.events, each.households, each.baht)
            for group, by_dimension in found.items()
            if group.grouping == grouping
            for dimension, each in by_dimension.items()
        } == expected


def test_every_number_is_that_of_the_list_it_opens(build_id: str) -> None:
    found = help_totals(build_id, "2020-05", "4007")
    for group, by_dimension in found.items():
        for dimension, counted in by_dimension.items():
            codes = codes_of(group, dimension)
            rows = household_rows(
                build_id, "help_events", **asked(month="2020-05", district_code="4007", **codes)
            )
            values = [row["value_baht"] for row in rows]
            assert counted == Help(
                len(rows),
                len({row["household_id"] for row in rows}),
                sum(value for value in values if value is not None),
                values.count(None),
            )
            wanted = asked("helped", "2020-05", district_code="4007", **codes)
            assert household_count(build_id, "helped_households", **wanted) == counted.households


@pytest.mark.parametrize("codes", [{}, {"agency": "A034"}, {"fund": "private", "need": "health"}])
def test_a_household_is_listed_with_all_the_help_it_got(
    build_id: str, codes: dict[str, str]
) -> None:
    wanted = asked("helped", "2020-05", district_code="4007", **codes)
    every = Part(("household_id",), 0, 10_000)
    found = helped_households(build_id, every, wanted)
    events = household_rows(
        build_id, "help_events", **asked(month="2020-05", district_code="4007", **codes)
    )
    assert [row["household_id"] for row in found] == sorted({e["household_id"] for e in events})
    for row in found:
        own = [event for event in events if event["household_id"] == row["household_id"]]
        baht = [event["value_baht"] for event in own if event["value_baht"] is not None]
        # Help that has no value anywhere does not come to zero baht.
        assert (row["events"], row["baht"]) == (len(own), sum(baht) if baht else None)
        assert row["events_without_value"] == len(own) - len(baht)
        assert row["latest_date"] == max(event["help_date"] for event in own)
        assert household_line(build_id, selection(), row).cells.keys() == HOUSEHOLDS.keys()


def test_baht_of_a_fund_are_those_of_the_movements_they_open(build_id: str) -> None:
    for code, fund in district_funds(build_id, "2020-05").items():
        sums = {"in": sum(m.in_baht for m in fund), "out": sum(m.out_baht for m in fund)}
        for direction, baht in sums.items():
            asked_for = {"month": "2020-05", "district_code": code, "direction": direction}
            rows = household_rows(build_id, "fund_movements", **asked_for)
            assert sum(row["amount_baht"] for row in rows) == baht


def test_a_list_is_as_long_as_the_build_added_up(build_id: str) -> None:
    chosen = selection(month="2020-05", district="4007")
    filters: list[dict[str, str]] = [
        {},
        {"need": "health"},
        {"agency": "A034"},
        {"fund": "private"},
        {"agency": "A033", "value": UNKNOWN},
    ]
    filters += [{"type": "community", "need": "housing"}, {"power": "inside"}]
    for codes in filters:
        for view in ("help", "helped"):
            added = added_up(build_id, chosen, view, codes)
            asked_for = asked(view, "2020-05", district_code="4007", **codes)
            in_all = household_count(build_id, VIEWS[view].query, **asked_for)
            assert added == in_all or (view, "value" in codes, added) == ("helped", True, None)
    assert added_up(build_id, chosen, "help", {"fund": "private", "power": "inside"}) is None
    assert added_up(build_id, chosen, "outside", {}) is None


def test_households_helped_are_those_of_the_indicators(build_id: str) -> None:
    for month, district in product(("2019-12", "2020-09"), (None, "4001", "4024")):
        found = help_totals(build_id, month, district)
        for dimension in COLUMNS:
            helped = cell(
                build_id, f"{dimension}_helped", month, district or province_code(build_id)
            )
            assert help_of(found, Group(), dimension).households == (helped.numerator or 0)


def test_what_is_counted_and_what_is_not_are_all_completed_help(
    build_id: str, plain: ServiceReference
) -> None:
    for month in ("2019-11", "2020-03", "2020-09"):
        end = last_day(f"{month}-01")
        done = [row for row, _, _ in plain.completed_help() if row["help_date"] <= end]
        counted = help_of(help_totals(build_id, month, None), Group())
        events, baht = help_outside(build_id, month, None)
        assert counted.events + events == len(done)
        assert counted.baht + baht == sum(float(row["value_baht"] or 0) for row in done)
        listed = household_rows(build_id, "help_events", **asked("outside", month))
        assert (len(listed), sum(row["value_baht"] or 0 for row in listed)) == (events, baht)


@pytest.mark.parametrize(("count", "language"), list(product(COUNTS, LANGUAGES)))
def test_the_matrix_counts_one_thing_and_links_every_number(
    build_id: str, count: str, language: str
) -> None:
    found = help_totals(build_id, "2020-09", None)
    markup = matrix_markup(build_id, selection(lang=language), found, count)
    partners = agencies(build_id)
    types = {agency.agency_type for agency in partners.values()}
    assert markup.count("<tr") == 1 + 1 + len(POWERS) + len(types) + len(partners)
    assert markup.count('class="kk_doubt"') == sum(
        each.to_be_confirmed for each in partners.values()
    )
    assert markup.count(ZERO) + markup.count("<a ") == 6 * (markup.count("<tr") - 1)
    view = "helped" if count == "households" else "help"
    codes = f'data-codes="count={count}&amp;view={view}&amp;'
    assert markup.count(codes) == markup.count("<a ")
    for group, by_dimension in found.items():
        for dimension, counted in by_dimension.items():
            if group.grouping != "fund_source":
                value = getattr(counted, count)
                assert not value or f">{number(value)}</a>" in markup
            assert f"count={count}" in markup
            assert dimension in COLUMNS


def test_agencies_of_a_type_stand_from_the_most_to_the_least(build_id: str) -> None:
    found = help_totals(build_id, "2020-09", None)
    markup = matrix_markup(build_id, selection(), found, "baht")
    order = sorted(agencies(build_id), key=lambda code: markup.index(f'row">{code} '))
    for agency_type in AGENCY_TYPES:
        own = [
            help_of(found, Group("agency", code)).baht
            for code in order
            if agencies(build_id)[code].agency_type == agency_type
        ]
        assert own == sorted(own, reverse=True)


def test_the_scale_of_the_bars_is_the_fullest_cell_of_the_whole_programme(
    build_id: str, plain: ServiceReference
) -> None:
    totals = plain.help_total("agency", "2020-09-01")
    for place, count in enumerate(COUNTS):
        cells = [each[place] for (_, dimension), each in totals.items() if dimension != ANY]
        assert fullest_cell(build_id, count) == max(cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_say_what_is_counted(build_id: str, language: str) -> None:
    found, chosen = help_totals(build_id, "2020-09", None), selection(lang=language)
    every = help_of(found, Group())
    told = agencies_sentence(chosen, found)
    for figure in (every.events, every.households, every.baht, every.events_without_value):
        assert number(figure) in told
    added = sum(help_of(found, Group("agency", code)).households for code in agencies(build_id))
    assert added > every.households
    assert number(added) in count_note(chosen, found, "households")
    events, baht = help_outside(build_id, "2020-09", None)
    assert number(events) in outside_markup(build_id, chosen, "baht")
    assert number(baht) in outside_markup(build_id, chosen, "baht")
    funds = district_funds(build_id, "2020-09")
    left = sum(fund[-1].balance_baht for fund in funds.values())
    assert number(left) in funds_sentence(chosen, funds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_have_cells_for_columns_only(
    build_id: str, language: str, sample_sources: Path
) -> None:
    chosen = selection(lang=language)
    kinds: Mapping[str, str] = {
        row["help_id"]: row["kind"] for row in rows_of(sample_sources, "help")
    }
    rows = household_rows(build_id, "help_events", **asked(fund="private", need="housing"))
    for row in rows:
        line = event_line(build_id, chosen, row)
        assert line.cells.keys() == EVENTS.keys()
        assert row["kind"] in kinds.values()
    assert len({event_line(build_id, chosen, row).id for row in rows}) == len(rows)
    for row in household_rows(
        build_id, "fund_movements", month="2020-09", district_code="4007", direction=None
    ):
        line = movement_line(build_id, chosen, row)
        assert line.cells.keys() == MOVEMENTS.keys()
        assert (line.href is None) == (row["household_id"] is None)
    title = list_title(build_id, chosen, "help", {"agency": "A034", "need": DIMENSIONS[0]})
    assert agencies(build_id)["A034"].name(language) in title
