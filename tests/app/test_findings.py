"""Facts of the findings: what changed, and where to look first."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.findings import Change, Finding, Series, changes, month_before, where_to_look_first
from app.headline import INDICATORS as HEADLINE
from app.indicators import DIMENSIONS, Cell, Months, months, series
from app.map.board import INDICATORS as BOARD
from tests.app.findings_reference import PlainFindings
from tests.reference import Reference

NEEDED = (*BOARD, "any_need", "any_helped", "any_solved", *HEADLINE)
SAMPLE_MONTHS = [
    *(f"2019-{month}" for month in (10, 11, 12)),
    *(f"2020-0{m}" for m in range(1, 10)),
]
FOUR = ["2020-01", "2020-02", "2020-03", "2020-04"]
NOTES = ["not_collected", "not_yet", "suppressed", "not_applicable", "no_data"]


@pytest.fixture(scope="module")
def plain(sample_sources: Path) -> PlainFindings:
    return PlainFindings(Reference(sample_sources))


@pytest.fixture(scope="module")
def province(build_id: str) -> Series:
    return series(build_id, NEEDED, "province")


@pytest.fixture(scope="module")
def districts(build_id: str) -> Series:
    return series(build_id, NEEDED, "district")


def test_the_sample_has_these_months(build_id: str) -> None:
    assert list(months(build_id)) == SAMPLE_MONTHS


@pytest.mark.parametrize("month", SAMPLE_MONTHS[1:])
def test_changes_equal_the_plain_second_implementation(
    plain: PlainFindings, province: Series, districts: Series, month: str
) -> None:
    before = month_before(SAMPLE_MONTHS, month)
    assert before is not None
    found = changes(province, districts, month, before)
    assert [tuple(change) for change in found] == plain.changes(month, before)


@pytest.mark.parametrize("month", SAMPLE_MONTHS)
def test_where_to_look_first_equals_the_plain_second_implementation(
    plain: PlainFindings, province: Series, districts: Series, month: str
) -> None:
    found = where_to_look_first(province, districts, SAMPLE_MONTHS, month)
    expected = plain.where_to_look_first(month)
    assert [tuple(finding)[:4] for finding in found] == [each[:4] for each in expected]
    for finding, (*_, figures) in zip(found, expected, strict=True):
        assert finding.figures == pytest.approx(figures)


def test_the_sample_has_every_kind_of_finding(province: Series, districts: Series) -> None:
    names = {
        finding.name
        for month in SAMPLE_MONTHS
        for finding in where_to_look_first(province, districts, SAMPLE_MONTHS, month)
    }
    assert names == {
        "waiting_dimension",
        "waiting_district",
        "no_new_help",
        "few_visits",
        "late_reports",
        "few_needs",
    }


def share(numerator: int, denominator: int) -> Cell:
    """Two counts → the cell of a share, as the mart has it."""
    if denominator == 0:
        return Cell(None, numerator, 0, "not_applicable")
    return Cell(100 * numerator / denominator, numerator, denominator, None)


def count(numerator: int, denominator: int) -> Cell:
    return Cell(numerator, numerator, denominator, None)


def in_every_month(cell: Cell, *areas: str) -> Months:
    return {month: dict.fromkeys(areas, cell) for month in FOUR}


def small(area: str, *more: str, **given: Mapping[str, Mapping[str, Cell]]) -> Series:
    """Areas → all indicators: all are helped, visited and on time, unless given otherwise."""
    areas = (area, *more)
    usual = {
        name: in_every_month(count(10, 10) if name.endswith("_need") else share(10, 10), *areas)
        for name in NEEDED
    }
    return {**usual, **given}


def names(found: list[Finding]) -> list[str]:
    return [finding.name for finding in found]


def test_the_first_month_has_none_before_it() -> None:
    assert month_before(FOUR, FOUR[0]) is None
    assert month_before(FOUR, FOUR[3]) == FOUR[2]


def test_nothing_is_found_where_all_is_done() -> None:
    found = where_to_look_first(small("40"), small("4001", "4002"), FOUR, FOUR[-1])
    assert found == []


def test_nothing_changed_where_two_months_are_alike() -> None:
    found = changes(small("40"), small("4001", "4002"), FOUR[1], FOUR[0])
    assert found == [Change(dimension, 0, 0, 0, None, 0) for dimension in DIMENSIONS]


def test_of_districts_that_wait_alike_the_last_code_is_named() -> None:
    waiting = in_every_month(share(6, 10), "4001", "4002")
    found = where_to_look_first(
        small("40", any_helped=in_every_month(share(12, 20), "40")),
        small("4001", "4002", any_helped=waiting),
        FOUR,
        FOUR[0],
    )
    figures = {"waiting": 4, "need": 10}
    assert found == [Finding("waiting_district", "4002", None, FOUR[0], figures)]


def test_of_dimensions_that_wait_alike_the_first_is_named() -> None:
    given = {
        f"{dimension}_helped": in_every_month(share(6, 10), "40")
        for dimension in ("health", "housing")
    }
    of_district = {name: in_every_month(share(6, 10), "4001", "4002") for name in given}
    found = where_to_look_first(
        small("40", **given), small("4001", "4002", **of_district), FOUR, FOUR[0]
    )
    assert [(each.name, each.dimension, each.district) for each in found] == [
        ("waiting_dimension", "health", "4002")
    ]


def test_help_that_stands_still_is_told_from_the_third_month_on() -> None:
    standing = {"health_helped": in_every_month(share(6, 10), "4001")}
    province = small("40", health_helped=in_every_month(share(6, 10), "40"))
    third, fourth = (
        where_to_look_first(province, small("4001", **standing), FOUR, month) for month in FOUR[2:]
    )
    assert "no_new_help" not in names(third)
    assert Finding("no_new_help", "4001", "health", FOUR[3], {"waiting": 4, "months": 3}) in fourth


def test_months_without_figures_are_not_months_without_help() -> None:
    unknown = Cell(None, None, None, "not_collected")
    course: Months = {
        FOUR[0]: {"4001": unknown},
        FOUR[1]: {"4001": unknown},
        FOUR[2]: {"4001": unknown},
        FOUR[3]: {"4001": share(0, 10)},
    }
    province = small("40", health_helped=in_every_month(share(0, 10), "40"))
    found = where_to_look_first(province, small("4001", health_helped=course), FOUR, FOUR[3])
    assert names(found) == ["waiting_dimension"]


def test_a_district_short_by_less_than_one_household_is_not_behind() -> None:
    whole = small("40", households_visited=in_every_month(share(195, 200), "40"))
    nearly = {"4001": share(98, 100), "4002": share(97, 100)}
    visited: Months = dict.fromkeys(FOUR, nearly)
    districts = small("4001", "4002", households_visited=visited)
    assert where_to_look_first(whole, districts, FOUR, FOUR[0]) == []
    late = {each: {"4001": share(99, 100), "4002": share(96, 100)} for each in FOUR}
    found = where_to_look_first(
        whole, small("4001", "4002", households_visited=late), FOUR, FOUR[0]
    )
    assert [(each.name, each.district) for each in found] == [("few_visits", "4002")]


def test_reports_that_are_not_due_are_judged_by_the_last_that_were() -> None:
    due, not_yet = share(5, 10), Cell(None, None, None, "not_yet")
    of_province = {month: {"40": share(15, 20)} for month in FOUR[:3]} | {FOUR[3]: {"40": not_yet}}
    of_district = {month: {"4001": due, "4002": share(10, 10)} for month in FOUR[:3]} | {
        FOUR[3]: {"4001": not_yet, "4002": not_yet}
    }
    found = where_to_look_first(
        small("40", reports_on_time=of_province),
        small("4001", "4002", reports_on_time=of_district),
        FOUR,
        FOUR[3],
    )
    figures = {"n": 5, "d": 10, "pct": 50.0, "province_pct": 75.0}
    assert found == [Finding("late_reports", "4001", None, FOUR[2], figures)]


def test_half_the_share_of_needs_is_not_yet_few() -> None:
    whole = small("40", any_need=in_every_month(count(10, 20), "40"))
    half = small("4001", any_need=in_every_month(count(5, 20), "4001"))
    fewer = small("4001", any_need=in_every_month(count(4, 20), "4001"))
    assert where_to_look_first(whole, half, FOUR, FOUR[0]) == []
    assert names(where_to_look_first(whole, fewer, FOUR, FOUR[0])) == ["few_needs"]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("month", FOUR)
def test_where_every_figure_is_missing_nothing_is_claimed(note: str, month: str) -> None:
    missing = Cell(None, None, None, note)
    province: Series = dict.fromkeys(NEEDED, in_every_month(missing, "40"))
    districts: Series = dict.fromkeys(NEEDED, in_every_month(missing, "4001", "4002"))
    assert where_to_look_first(province, districts, FOUR, month) == []
    found = changes(province, districts, FOUR[1], FOUR[0])
    assert found == [Change(dimension, None, None, None, None, 0) for dimension in DIMENSIONS]


def test_a_figure_after_a_missing_one_is_not_a_gain() -> None:
    missing, known = Cell(None, None, None, "not_collected"), share(9, 10)
    given = {"health_helped": {FOUR[0]: {"40": missing}, FOUR[1]: {"40": known}}}
    of_district = {"health_helped": {FOUR[0]: {"4001": missing}, FOUR[1]: {"4001": known}}}
    found = changes(small("40", **given), small("4001", **of_district), FOUR[1], FOUR[0])
    assert found[DIMENSIONS.index("health")] == Change("health", 0, None, 0, None, 0)
