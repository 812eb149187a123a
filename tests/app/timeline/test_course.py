"""Facts of the course of an indicator: its figures, and the breaks that no line crosses."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pytest

from app.charts import monthly_course
from app.indicators import Cell, areas, declarations, months
from app.map.geometry import drawing
from app.timeline.course import Break, Course, breaks, broken, course_of, group_of, shown_districts
from app.timeline.course_grid import district_grid, grid_data
from app.timeline.sections import breaks_sentence, every_line, named_lines, timeline_sentence
from app.words import LANGUAGES
from tests.screen import selection

YEARS = ("2021-11", "2021-12", "2022-01", "2022-02")
CELLS = [Cell(float(turn), turn, 10, None) for turn in range(4)]


def course(breaks_of: tuple[Break, ...] = ()) -> Course:
    return Course("income_poverty_headcount", "all", YEARS, breaks_of, {"40": CELLS, "4007": CELLS})


def test_a_course_holds_every_month_of_the_mart(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    found = course_of(build_id, "health_helped", "all")
    rows = sample.execute(
        """
        select area_code, list(numerator order by month)
        from mart_indicator
        where indicator = 'health_helped' and level in ('province', 'district')
        group by area_code
        """
    ).fetchall()
    assert found.months == months(build_id)
    assert {code: [cell.numerator for cell in cells] for code, cells in found.cells.items()} == {
        code: numerators for code, numerators in rows
    }


def test_an_income_line_that_changes_breaks_the_course_of_incomes_only(build_id: str) -> None:
    for indicator, declared in declarations(build_id).items():
        if declared["period"] == "edition":
            continue
        expected = (Break("2022-01", 40_000),) if declared["family"] == "income" else ()
        assert breaks(build_id, indicator, YEARS) == expected
        assert breaks(build_id, indicator, months(build_id)) == ()


def test_every_new_edition_of_a_survey_breaks_its_course(build_id: str) -> None:
    found = breaks(build_id, "tpmap_health", ("2017-12", "2018-12", "2021-12"))
    assert found == (Break("2018-12", None), Break("2021-12", None))
    assert breaks(build_id, "tpmap_health", ("2018-12",)) == ()


def test_a_break_stands_before_its_month_and_leaves_a_gap() -> None:
    of_two = course((Break("2022-01", 40_000),))
    assert broken(of_two, YEARS, ["new line"]) == [*YEARS[:2], "new line", *YEARS[2:]]
    assert broken(of_two, [1, 2, 3, 4], [0]) == [1, 2, 0, 3, 4]
    assert broken(course(), YEARS, []) == list(YEARS)


def test_no_line_of_the_chart_crosses_a_break() -> None:
    labels = ["Nov", "Dec", "new line", "Jan", "Feb"]
    chart = monthly_course(labels, {"A": [1, 2, None, 3, 4]}, "%", "{value}", 100, ["new line"])
    assert chart.data[0].connectgaps is False
    assert list(chart.data[0].y) == [1, 2, None, 3, 4]
    assert [(shape.x0, shape.x1) for shape in chart.layout.shapes] == [("new line", "new line")]
    assert not monthly_course(labels, {}, "%", "{value}", 100).layout.shapes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_break_is_said_in_words(language: str) -> None:
    said = breaks_sentence(selection(lang=language), course((Break("2022-01", 40_000),)))
    assert "40,000" in said
    assert breaks_sentence(selection(lang=language), course()) == ""


def test_the_sentence_goes_from_the_first_known_figure_to_the_last(build_id: str) -> None:
    unknown = Cell(None, None, None, "not_yet")
    found = course()._replace(cells={"40": [unknown, *CELLS[1:3], unknown]})
    said = timeline_sentence(build_id, selection(lang="en"), found)
    assert "December 2021" in said
    assert "January 2022" in said
    assert "November" not in said
    nothing = course()._replace(cells={"40": [unknown] * 4})
    assert "no figures" in timeline_sentence(build_id, selection(lang="en"), nothing)


def test_only_an_indicator_of_parts_has_no_group_that_speaks(build_id: str) -> None:
    found = {each: group_of(build_id, "2020-09", each) for each in declarations(build_id)}
    assert [each for each, group in found.items() if group is None] == ["mpi_contribution"]
    assert found["mpi_headcount"] == "k1"
    assert found["any_helped"] == found["target_households"] == "all"


def test_the_districts_shown_are_those_side_by_side_or_the_chosen_one() -> None:
    assert shown_districts(selection(district="4007")) == ("4007",)
    assert shown_districts(selection(district="4007", districts="4001,4002")) == ("4001", "4002")
    assert shown_districts(selection()) == ()


def test_lines_are_named_with_the_province_first(build_id: str) -> None:
    found = course_of(build_id, "any_helped", "all")
    chosen = selection(lang="en", districts="4012,4007")
    assert list(named_lines(build_id, chosen, found)) == ["Province", "Phon", "Nam Phong"]
    assert len(every_line(build_id, chosen, found)) == 27


def test_the_grid_has_a_place_of_its_own_for_every_district(build_id: str) -> None:
    grid = district_grid()
    assert grid.keys() == areas(build_id)["district"].keys()
    assert len(set(grid.values())) == 26
    assert min(grid.values(), key=min) >= (1, 1)


def test_the_grid_is_laid_out_like_the_map() -> None:
    shapes = drawing("district").shapes
    grid = district_grid()
    for code, shape in shapes.items():
        for neighbour in shape.neighbours:
            steps = [abs(a - b) for a, b in zip(grid[code], grid[neighbour], strict=True)]
            assert max(steps) <= 2, (code, neighbour)
        for other, beside in shapes.items():
            if shape.label[0] + 450 < beside.label[0]:
                assert grid[code][0] < grid[other][0], (code, other)
            if shape.label[1] + 400 < beside.label[1]:
                assert grid[code][1] < grid[other][1], (code, other)


def test_the_grid_s_script_is_given_gaps_at_breaks(build_id: str) -> None:
    cells: Mapping[str, Any] = dict.fromkeys(["40", *district_grid()], CELLS)
    found = course((Break("2022-01", 40_000),))._replace(cells=cells)
    data = grid_data(build_id, selection(lang="en", month="2022-01"), found)
    assert data["province"][2] is None
    assert data["cells"]["4007"] == [*map(list, CELLS[:2]), None, *map(list, CELLS[2:])]
    assert data["labels"] == ["Nov 21", "Dec 21", "", "Jan 22", "Feb 22"]
    assert data["now"] == 3
    assert len(data["places"]) == 26


def test_a_district_that_is_doubtful_in_any_month_is_marked_in_the_grid(build_id: str) -> None:
    for month in ("2019-12", "2020-09"):
        data = grid_data(build_id, selection(month=month), course_of(build_id, "any_helped", "all"))
        assert data["doubtful"] == ["4011"]
    of_visits = course_of(build_id, "households_visited", "all")
    assert grid_data(build_id, selection(), of_visits)["doubtful"] == []
