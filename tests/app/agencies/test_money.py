"""Facts of money: what help came to for a household, and what district funds took and gave."""

import pytest

from app.access import household_rows
from app.agencies.costs import CHAIN_PAGE, costs_markup, costs_of, funds_markup
from app.agencies.district_funds import (
    district_funds,
    district_funds_markup,
    district_funds_table,
)
from app.agencies.figures import COLUMNS, NO_HELP, Group, help_of, help_totals
from app.agencies.register import FUND_SOURCES, agencies
from app.agencies.sentences import agencies_table
from app.words import number
from tests.reference import last_day
from tests.reference_service import ServiceReference
from tests.screen import selection


def test_a_cost_is_baht_by_households_helped_or_above_the_line(
    build_id: str, plain: ServiceReference
) -> None:
    chosen = selection(month="2020-06")
    costs = costs_of(build_id, chosen, help_totals(build_id, "2020-06", None))
    chain = plain.chain("2020-06-01")
    totals = plain.help_total("all", "2020-06-01")
    for dimension, cost in costs.items():
        above = sum(n for key, n in chain.items() if key[2:4] == (dimension, "above_line"))
        _, households, baht = totals["all", dimension]
        assert cost.above_line == above
        assert cost.per_helped == baht / households
        assert cost.per_above_line == (baht / above if above else None)


def test_without_households_there_is_no_cost(build_id: str) -> None:
    cost = costs_of(build_id, selection(month="2019-10"), {})["housing"]
    assert (cost.help, cost.per_helped, cost.per_above_line) == (NO_HELP, None, None)


def test_district_funds_are_those_of_the_files(build_id: str, plain: ServiceReference) -> None:
    movements = plain.facts.rows("district_fund")
    for month in ("2019-10", "2020-04", "2020-09"):
        end, found = last_day(f"{month}-01"), district_funds(build_id, month)
        expected = plain.district_fund(f"{month}-01")
        assert found.keys() == {row["district_code"] for row in movements}
        for code, fund in found.items():
            came, went = expected.get(code, (0, 0))
            assert sum(each.in_baht for each in fund) == pytest.approx(came)
            assert sum(each.out_baht for each in fund) == pytest.approx(went)
            assert fund[-1].balance_baht == pytest.approx(came - went)
            asked = {"month": month, "district_code": code, "direction": None}
            listed = household_rows(build_id, "fund_movements", **asked)
            assert {row["movement_id"] for row in listed} == {
                row["movement_id"]
                for row in movements
                if row["district_code"] == code and row["movement_date"] <= end
            }
            assert len(listed) == sum(each.movements for each in fund)


def test_tables_hold_the_figures(build_id: str) -> None:
    found = help_totals(build_id, "2020-09", None)
    frame = agencies_table(build_id, selection(), found)
    assert len(frame) == len(agencies(build_id)) * len(COLUMNS)
    whole = frame[frame.iloc[:, 3] == frame.iloc[0, 3]]
    assert whole.iloc[:, 4].sum() == help_of(found, Group()).events
    assert whole.iloc[:, 6].sum() == help_of(found, Group()).baht
    funds = district_funds(build_id, "2020-09")
    frame = district_funds_table(build_id, selection(), funds)
    assert len(frame) == sum(len(fund) for fund in funds.values())
    markup = district_funds_markup(build_id, selection(district="4007"), funds, "baht")
    assert markup.count("<svg") == markup.count("aria-label") == len(funds)
    assert markup.count('class="chosen"') == 1


def test_costs_lead_to_the_households_of_the_chain(build_id: str) -> None:
    found = help_totals(build_id, "2020-09", None)
    markup = costs_markup(selection(), costs_of(build_id, selection(), found), "events")
    households = help_of(found, Group(), "health").households
    assert f'need=health&amp;reached=helped">{number(households)}</a>' in markup
    assert f'href="{CHAIN_PAGE}?' in markup
    sources = funds_markup(selection(), found, "events")
    assert sources.count("<tr") == 2 + len(FUND_SOURCES)
