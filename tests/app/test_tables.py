"""Facts of the tables: every figure of the mart, and words where there is none."""

from collections.abc import Mapping

import duckdb
import pandas as pd
import pytest

from app.indicators import DIMENSIONS, Area, Cell, Months, areas, months, series
from app.map.board import INDICATORS
from app.tables import cells_table, dimensions_table, months_table, note_in_words
from app.words import LANGUAGES, text
from tests.screen import selection

COUNTS = """
select area_code, indicator, numerator, denominator
from mart_indicator
where level = 'district' and group_code = 'all' and strftime(month, '%Y-%m') = $month
    and regexp_matches(indicator, '^(occupation|education|health|housing|welfare)_')
"""
PLACES = {code: Area(code, "40", f"อำเภอ {code}", f"District {code}", True) for code in "abcdef"}
CELLS = {
    "a": Cell(50.0, 5, 10, None),
    "b": Cell(0.0, 0, 10, None),
    "c": Cell(None, None, None, "suppressed"),
    "d": Cell(None, 0, 0, "not_applicable"),
    "e": Cell(None, None, None, "not_yet"),
}
NOTES_OF_CELLS = ["", "", "suppressed", "no case", "not due", "no data"]


@pytest.mark.parametrize("month", ["2019-10", "2020-03", "2020-09"])
def test_the_five_dimensions_are_those_of_the_mart(
    sample: duckdb.DuckDBPyConnection, build_id: str, month: str
) -> None:
    counts = {
        (area, indicator): (numerator, denominator)
        for area, indicator, numerator, denominator in sample.execute(
            COUNTS, {"month": month}
        ).fetchall()
    }
    districts = areas(build_id)["district"]
    frame = dimensions_table(
        selection(month=month), series(build_id, INDICATORS, "district"), districts
    )
    expected = []
    for code in districts:
        for dimension in DIMENSIONS:
            helped, base = counts[code, f"{dimension}_helped"]
            need, solved = (counts[code, f"{dimension}_{each}"][0] for each in ("need", "solved"))
            expected.append((code, need, helped, solved, base - helped))
    assert [(row[0], *row[3:7]) for row in frame.itertuples(index=False)] == expected
    assert len(expected) == 26 * 5


def test_a_count_that_is_not_known_is_blank_and_has_words() -> None:
    missing = Cell(None, None, None, "not_collected")
    of_month = {"2020-09": {"a": missing}}
    districts: Mapping[str, Months] = dict.fromkeys(INDICATORS, of_month)
    frame = dimensions_table(selection(lang="en"), districts, {"a": PLACES["a"]})
    assert frame[["In need", "Helped", "Solved", "Waiting"]].isna().all(axis=None)
    assert set(frame["Note"]) == {"not collected"}


def test_every_kind_of_cell_has_its_row() -> None:
    frame = cells_table(selection(lang="en"), CELLS, PLACES)
    assert list(frame["Code"]) == list(PLACES)
    assert list(frame["Note"]) == NOTES_OF_CELLS
    assert list(frame["Value"][:2]) == [50.0, 0.0]
    assert frame["Value"][2:].isna().all()
    assert list(frame["Count"].isna()) == [False, False, True, False, True, True]
    assert [str(kind) for kind in frame.dtypes[2:5]] == ["Float64", "Int64", "Int64"]


def test_a_table_without_any_figure_keeps_its_kinds() -> None:
    frame = cells_table(selection(), {}, PLACES)
    assert [str(kind) for kind in frame.dtypes[2:5]] == ["Float64", "Int64", "Int64"]
    assert set(frame[text("th", "table.note")]) == {text("th", "map.short_no_data")}


def test_months_stand_in_order_under_each_name(build_id: str) -> None:
    found = series(build_id, ("health_helped",), "district")["health_helped"]
    every_month = list(months(build_id))
    lines = {"A": [found[month]["4001"] for month in every_month], "B": [CELLS["e"]] * 12}
    frame = months_table(selection(lang="en"), every_month, lines)
    assert list(frame["Area"]) == ["A"] * 12 + ["B"] * 12
    assert frame["Month"][0] == frame["Month"][12] == "October 2019"
    assert list(frame["Count"][:12]) == [cell.numerator for cell in lines["A"]]
    assert list(frame["Out of"][:12]) == [cell.denominator for cell in lines["A"]]
    assert frame["Value"][12:].isna().all()
    assert list(frame["Note"]) == [""] * 12 + ["not due"] * 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_zero_and_each_missing_figure_are_told_apart(language: str) -> None:
    chosen = selection(lang=language)
    kinds = ("suppressed", "not_applicable", "not_yet", "not_collected")
    notes = [note_in_words(chosen, Cell(None, None, None, kind)) for kind in kinds]
    notes += [note_in_words(chosen, None), note_in_words(chosen, CELLS["b"])]
    assert len(set(notes)) == len(notes)
    assert notes[-1] == ""


def test_headings_are_in_the_readers_language() -> None:
    heads = {
        language: list(cells_table(selection(lang=language), CELLS, PLACES).columns)
        for language in LANGUAGES
    }
    assert isinstance(heads["th"], list)
    assert heads["en"] == ["Code", "Area", "Value", "Count", "Out of", "Note"]
    assert not set(heads["th"]) & set(heads["en"])
    assert pd.Index(heads["th"]).is_unique
