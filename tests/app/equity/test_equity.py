"""Groups beside the rest: shares, their lists against plain loops, what is told of differences."""

from pathlib import Path
from typing import Any

import pytest

from app.access import household_count, household_part, household_rows
from app.chain.stages import NEEDS
from app.equity.households import IS_MEMBER, ORDERS, ROW_KEY
from app.equity.markup import equity_markup
from app.equity.sentences import equity_sentence, few_sentence
from app.equity.shares import (
    FEW_HOUSEHOLDS,
    GROUPS,
    MEASURES,
    MEMBERSHIPS,
    Comparison,
    Share,
    comparisons,
    shares,
)
from app.equity.tables import equity_table
from app.list_part import Part
from app.words import LANGUAGES, number
from tests.reference import last_day
from tests.reference_service import ServiceReference
from tests.screen import selection

FLAGS = {
    "woman_headed": "woman_headed",
    "with_child": "has_child",
    "with_elderly": "has_elderly",
    "with_disabled": "disabled",
}


@pytest.fixture(scope="module")
def reference(sample_sources: Path) -> ServiceReference:
    return ServiceReference(sample_sources)


def asked(month: str, district: str | None, need: str, **more: Any) -> dict[str, Any]:
    return {"month": month, "district_code": district, "dimension": need, **more}


def is_counted(
    reference: ServiceReference, household: str, need: str, measure: str, month: str
) -> bool | None:
    """Is a household of a measure's base, and if so of its numerator? By plain reading."""
    if measure == "above_line":
        return reference.is_above_line(household, f"{month}-01")
    days, end = reference.needs.get((household, need)), last_day(month)
    has_need = days is not None and days.need <= end
    if measure == "need":
        return has_need
    if days is None or not has_need:
        return None
    day = days.help if measure == "helped" else days.solved
    return bool(day) and day <= end


@pytest.mark.parametrize(
    ("month", "district", "need"),
    [("2020-09", None, "any"), ("2020-02", None, "health"), ("2020-06", "4007", "any")],
)
def test_every_number_opens_the_households_that_plain_reading_counts(
    build_id: str, reference: ServiceReference, month: str, district: str | None, need: str
) -> None:
    found = shares(build_id, selection(month=month, district=district), need)
    kept = {
        household: reference.composition(household)
        for household, village in reference.facts.kept.items()
        if district in (None, village[:4])
    }
    compared = 0
    for group in GROUPS:
        for membership in MEMBERSHIPS:
            members = [
                household
                for household, flags in kept.items()
                if flags[FLAGS[group]] is IS_MEMBER[membership]
            ]
            for measure in MEASURES if need == "any" else MEASURES[:-1]:
                counted = {
                    household: answer
                    for household in members
                    if (answer := is_counted(reference, household, need, measure, month))
                    is not None
                }
                share = found[group][measure].get(membership)
                assert (share is None) == (not counted)
                for is_numerator in (False, True):
                    rows = household_rows(
                        build_id,
                        "equity_households",
                        **asked(month, district, need, group=group, measure=measure),
                        is_member=IS_MEMBER[membership],
                        is_counted=is_numerator,
                    )
                    wanted = {each for each, yes in counted.items() if yes or not is_numerator}
                    assert {row["household_id"] for row in rows} == wanted
                    if share is not None:
                        assert len(rows) == (share.numerator if is_numerator else share.denominator)
                        compared += 1
    assert compared > 20


@pytest.mark.parametrize("order", ORDERS)
def test_households_may_be_sorted_by_each_column_that_offers_it(build_id: str, order: str) -> None:
    wanted = asked("2020-09", None, "any", group="with_elderly", measure="solved")
    wanted |= {"is_member": True, "is_counted": True}
    rows = household_part(build_id, "equity_households", Part((order, ROW_KEY), 0, 500), **wanted)
    assert len(rows) == household_count(build_id, "equity_households", **wanted) > 50
    known = [row[order] for row in rows if row[order] is not None]
    assert known == sorted(known)


def share(numerator: int, denominator: int, lower: float, upper: float) -> Share:
    return Share(numerator, denominator, 100 * numerator / denominator, lower, upper)


CLEAR = Comparison("with_child", "solved", share(20, 100, 12.7, 29.2), share(60, 100, 49.7, 69.7))
UNCLEAR = Comparison("with_child", "helped", share(5, 10, 18.7, 81.3), share(60, 100, 49.7, 69.7))


def test_a_difference_is_more_than_chance_when_intervals_do_not_overlap() -> None:
    assert CLEAR.is_more_than_chance
    assert Comparison("with_child", "need", CLEAR.outside, CLEAR.inside).is_more_than_chance
    assert not UNCLEAR.is_more_than_chance
    assert (CLEAR.gap_points, CLEAR.fewest, UNCLEAR.fewest) == (40, 100, 10)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_tells_the_widest_difference_that_is_more_than_chance(language: str) -> None:
    chosen = selection(lang=language)
    told = equity_sentence(chosen, "any", [UNCLEAR, CLEAR])
    for figure in (" 1 ", " 2 ", "20.0", "60.0"):
        assert figure in told
    assert "20.0" not in equity_sentence(chosen, "any", [UNCLEAR])
    assert equity_sentence(chosen, "any", []) != equity_sentence(chosen, "any", [UNCLEAR])


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_households_are_told_of(language: str) -> None:
    chosen = selection(lang=language)
    told = few_sentence(chosen, [UNCLEAR, CLEAR])
    assert str(FEW_HOUSEHOLDS) in told
    assert " 10" in told
    assert few_sentence(chosen, [CLEAR]) == ""


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_share_is_drawn_told_and_linked(build_id: str, language: str, need: str) -> None:
    chosen = selection(lang=language)
    found = shares(build_id, chosen, need)
    markup = equity_markup(chosen, need, found, 5)
    drawn = 0
    for group in GROUPS:
        for measure, of_measure in found[group].items():
            # Of a need that only some can have, the rest have no base.
            for side in {"yes", "no"} & of_measure.keys():
                one = of_measure[side]
                drawn += 1
                codes = f"need={need}&amp;group={group}&amp;membership={side}"
                codes += f"&amp;measured={measure}&amp;counted"
                if one.numerator:
                    assert f'{codes}=numerator">{number(one.numerator)}</a>' in markup
                assert f'{codes}=denominator">{number(one.denominator)}</a>' in markup
                assert f'cx="{one.value:.2f}%"' in markup
    assert markup.count('<circle cx="') == 2 + drawn
    assert len(comparisons(found)) > 2 * len(GROUPS)


def test_shares_of_few_households_are_hidden_in_drawing_and_table() -> None:
    small = {"with_disabled": {"need": {"yes": share(1, 3, 0.8, 90.6), "no": UNCLEAR.outside}}}
    markup = equity_markup(selection(lang="en"), "any", small, 5)
    assert "33.3" not in markup
    assert "60.0" not in markup
    assert ">3</a>" not in markup
    assert markup.count("suppressed") == 3
    frame = equity_table(selection(lang="en"), small, 5)
    assert frame.iloc[:, 3:].isna().all(axis=None)
    assert equity_table(selection(lang="en"), small, 2).iloc[:, 3].tolist() == [1, 60]
