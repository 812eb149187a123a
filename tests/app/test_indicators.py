"""Facts of the values by indicator, level, month and area."""

import duckdb
import pytest

from app.indicators import (
    NO_CELL,
    Cell,
    Level,
    areas,
    build_info,
    cell,
    declarations,
    indicator_of,
    months,
    province_code,
    series,
)
from app.selection import MEASURES

CELLS = """
select indicator, strftime(month, '%Y-%m'), area_code, value, numerator, denominator, note
from mart_indicator
where level = $level and group_code = $group_code and list_contains($indicators, indicator)
    and ($parent is null or area_code like $parent || '%')
"""
DIMENSION = ("health_need", "health_helped", "tpmap_health")


@pytest.mark.parametrize(
    ("level", "parent"),
    [("province", None), ("district", None), ("subdistrict", None), ("subdistrict", "4007")],
)
def test_a_series_is_exactly_what_the_mart_holds(
    sample: duckdb.DuckDBPyConnection, build_id: str, level: Level, parent: str | None
) -> None:
    values = {
        "level": level,
        "group_code": "all",
        "indicators": list(DIMENSION),
        "parent": parent,
    }
    expected = {tuple(row) for row in sample.execute(CELLS, values).fetchall()}
    found = {
        (indicator, month, area, *figure)
        for indicator, by_month in series(build_id, DIMENSION, level, parent).items()
        for month, cells in by_month.items()
        for area, figure in cells.items()
    }
    assert found == expected
    assert found


def test_a_group_has_figures_of_its_own(build_id: str) -> None:
    groups = {
        group: cell(build_id, "target_households", "2020-09", "40", group).numerator
        for group in ("all", "developable", "relief")
    }
    assert groups == {"all": 1174, "developable": 661, "relief": 513}


def test_a_figure_that_the_mart_does_not_hold_is_no_data(build_id: str) -> None:
    assert cell(build_id, "health_helped", "1999-01", "40") == NO_CELL
    assert cell(build_id, "health_helped", "2020-09", "9999") == NO_CELL
    assert cell(build_id, "luck", "2020-09", "40") == NO_CELL
    assert NO_CELL.note == "no_data"


@pytest.mark.parametrize(
    ("figure", "rest"),
    [
        (Cell(40.0, 4, 10, None), 6),
        (Cell(100.0, 10, 10, None), 0),
        (Cell(None, 0, 0, "not_applicable"), 0),
        (Cell(None, None, None, "suppressed"), 0),
    ],
)
def test_the_rest_is_what_the_numerator_leaves(figure: Cell, rest: int) -> None:
    assert figure.rest == rest


def test_areas_form_one_province(build_id: str) -> None:
    found = areas(build_id)
    assert province_code(build_id) == "40"
    assert len(found["district"]) == 26
    assert {area.parent_code for area in found["district"].values()} == {"40"}
    assert {area.parent_code for area in found["subdistrict"].values()} == set(found["district"])
    assert found["district"]["4007"].name("th") == "น้ำพอง"
    assert found["district"]["4007"].name("en") == "Nam Phong"


def test_every_indicator_of_a_map_is_declared(build_id: str) -> None:
    wanted = {
        indicator_of(dimension, measure)
        for dimension in ("occupation", "education", "health", "housing", "welfare")
        for measure in MEASURES
    }
    assert wanted <= declarations(build_id).keys()
    assert len(wanted) == 20


def test_the_build_says_what_it_is(build_id: str) -> None:
    build = build_info(build_id)
    assert (build.build_id, build.is_synthetic) == (build_id, True)
    assert str(build.as_of_date) == "2020-09-30"
    assert months(build_id)[0] == "2019-10"
    assert months(build_id)[-1] == "2020-09"
