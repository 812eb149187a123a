"""Facts of what the maps' scripts are given: every area, month and figure of the mart."""

import json
from typing import Any

import duckdb
import pytest

from app.indicators import DIMENSIONS, PROGRESS, areas, indicator_of, months
from app.map.board import board_data
from app.map.explorer import ALWAYS, district_data, subdistrict_data
from app.map.indicator_map import indicator_data
from app.selection import MEASURES
from app.words import LANGUAGES, text
from tests.screen import selection

CELLS = """
select strftime(month, '%Y-%m'), area_code, value, numerator, denominator, note
from mart_indicator
where indicator = $indicator and level = $level and group_code = 'all'
"""
Cells = dict[str, dict[str, list[Any]]]
DISTRICTS = [f"40{number:02}" for number in (*range(1, 26), 29)]
WITH_MUNICIPAL_UNITS = 23


def mart_cells(sample: duckdb.DuckDBPyConnection, indicator: str, level: str) -> Cells:
    """An indicator at a level → month → area → the cell as a script reads it."""
    found: Cells = {}
    for month, area, *cell in sample.execute(
        CELLS, {"indicator": indicator, "level": level}
    ).fetchall():
        found.setdefault(month, {})[area] = cell
    return found


def as_sent(data: dict[str, Any]) -> Any:
    """What arrives in the browser; a number that JSON cannot say raises ValueError."""
    return json.loads(json.dumps(data, allow_nan=False))


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_the_large_map_has_every_district_month_and_measure_as_in_the_mart(
    sample: duckdb.DuckDBPyConnection, build_id: str, dimension: str
) -> None:
    data = as_sent(district_data(build_id, selection(dimension=dimension)))
    assert [area["code"] for area in data["areas"]] == DISTRICTS
    assert all(area["path"].startswith("M") and area["name"] for area in data["areas"])
    assert [row["code"] for row in data["rows"]] == DISTRICTS
    assert [month["id"] for month in data["months"]] == list(months(build_id))
    assert list(data["cells"]) == list(MEASURES)
    for measure in MEASURES:
        indicator = indicator_of(dimension, measure)
        cells = mart_cells(sample, indicator, "district")
        whole = mart_cells(sample, indicator, "province")
        if measure == "baseline":
            cells, whole = ({ALWAYS: each["2018-12"]} for each in (cells, whole))
        else:
            assert len(cells) == 12
        assert data["cells"][measure] == cells
        assert data["whole"][measure] == {month: each["40"] for month, each in whole.items()}


@pytest.mark.parametrize("month", ["2019-10", "2020-09"])
def test_the_five_small_maps_have_every_district_as_in_the_mart(
    sample: duckdb.DuckDBPyConnection, build_id: str, month: str
) -> None:
    chosen = selection(month=month, district="4007")
    data = as_sent(board_data(build_id, chosen))
    every_month = list(months(build_id))
    assert [area["code"] for area in data["areas"]] == DISTRICTS
    assert [each["id"] for each in data["dimensions"]] == list(DIMENSIONS)
    assert len(data["months"]) == 12
    assert data["month"] == every_month.index(month)
    for board in data["dimensions"]:
        for measure in PROGRESS:
            cells = mart_cells(sample, f"{board['id']}_{measure}", "district")
            whole = mart_cells(sample, f"{board['id']}_{measure}", "province")
            assert board["cells"][measure] == cells[month]
            assert board["province"][measure] == whole[month]["40"]
            assert board["course"][measure] == [whole[each]["40"] for each in every_month]
            own = board["district_course"][measure]
            assert own == [cells[each]["4007"] for each in every_month]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_unit_of_a_district_is_in_the_list_and_those_with_a_polygon_on_the_map(
    sample: duckdb.DuckDBPyConnection, build_id: str, measure: str
) -> None:
    month = "2018-12" if measure == "baseline" else "2020-09"
    cells = mart_cells(sample, indicator_of("education", measure), "subdistrict")[month]
    listed: set[str] = set()
    without_polygon = set()
    for district in DISTRICTS:
        chosen = selection(dimension="education", measure=measure, district=district)
        data = as_sent(subdistrict_data(build_id, chosen))
        rows = {row["code"]: row["has_polygon"] for row in data["rows"]}
        (sent,) = data["cells"][measure].values()
        assert sent == {code: cell for code, cell in cells.items() if code[:4] == district}
        assert rows.keys() == sent.keys()
        drawn = [area["code"] for area in data["areas"]]
        assert drawn == [code for code, has_polygon in rows.items() if has_polygon]
        without_polygon |= rows.keys() - set(drawn)
        listed |= rows.keys()
    assert listed == areas(build_id)["subdistrict"].keys()
    assert len(without_polygon) == WITH_MUNICIPAL_UNITS


def test_suppressed_cells_reach_the_map_without_a_number(build_id: str) -> None:
    notes = {}
    for district in DISTRICTS:
        data = subdistrict_data(build_id, selection(district=district))
        for cell in data["cells"]["helped"]["2020-09"].values():
            notes[cell[3]] = cell[:3]
    assert notes["suppressed"] == [None, None, None]
    assert notes["not_applicable"] == [None, 0, 0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_all_that_is_read_aloud_is_in_the_reader_s_language(
    build_id: str, measure: str, language: str
) -> None:
    chosen = selection(lang=language, measure=measure, district="4007")
    for data in (
        district_data(build_id, chosen),
        subdistrict_data(build_id, chosen),
        board_data(build_id, chosen),
    ):
        name = areas(build_id)["district"]["4007"].name(language)
        sent = json.dumps(data, ensure_ascii=False)
        assert name in sent
        assert (name == "Nam Phong") == (language == "en")
        assert data["language"] == language
        assert set(data["scales"]) >= {data["measure"]}
    # The small maps have no baseline: another measure takes its place.
    assert board_data(build_id, chosen)["measure"] in PROGRESS


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_count_is_told_by_what_is_counted(build_id: str, language: str) -> None:
    def told(indicator: str) -> str:
        data = indicator_data(build_id, selection(lang=language), indicator, "", "all")
        return str(data["words"]["not_applicable"])

    of_need = text(language, "map.not_applicable_need")
    assert told("education_helped") == told("any_solved") == of_need
    for indicator in ("income_at_or_above_line", "households_visited", "reports_on_time"):
        assert told(indicator) == text(language, "map.not_applicable") != of_need
    assert board_data(build_id, selection(lang=language))["words"]["not_applicable"] == of_need


def test_the_small_maps_are_given_the_doubtful_districts_of_the_month(build_id: str) -> None:
    for month, districts in (("2020-09", ["4011"]), ("2020-03", [])):
        for dimension in board_data(build_id, selection(month=month))["dimensions"]:
            assert dimension["doubtful"] == dict.fromkeys(PROGRESS, districts)
