"""Facts of the large table: every cell is the mart's, and says which month it is of."""

from typing import Any

import duckdb
import pytest

from app.comparison.rug import columns_of, rug_data
from app.comparison.tables import rug_table
from app.words import LANGUAGES, text
from tests.screen import selection

CELLS = """
select mart.area_code, mart.value, mart.numerator, mart.denominator, mart.note, found.standing
from mart_indicator as mart
left join mart_comparison as found using (indicator, month, group_code, area_code)
where mart.indicator = $indicator and mart.level = 'district' and mart.group_code = 'all'
    and strftime(mart.month, '%Y-%m') = $month
"""
OF_STANDING = {"higher": "better", "lower": "worse", "like": "like", None: None}


def column(data: dict[str, Any], indicator: str) -> dict[str, Any]:
    """The column of an indicator in what the table draws."""
    found: dict[str, Any] = next(each for each in data["columns"] if each["id"] == indicator)
    return found


@pytest.mark.parametrize("measure", ["helped", "solved"])
def test_every_cell_is_the_mart_s(
    sample: duckdb.DuckDBPyConnection, build_id: str, measure: str
) -> None:
    chosen = selection(measure=measure, month="2020-03")
    data = rug_data(build_id, chosen)
    assert [each["id"] for each in data["columns"]] == list(columns_of(chosen))
    for each in data["columns"]:
        asked = {"indicator": each["id"], "month": "2020-03"}
        rows = sample.execute(CELLS, asked).fetchall()
        assert len(rows) == len(data["rows"]) == 26
        for code, *cell, standing in rows:
            assert each["cells"][code] == [*cell, standing, OF_STANDING[standing]]


def test_a_month_without_figures_gives_way_to_the_last_before_it(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    data = rug_data(build_id, selection(lang="en", month="2020-09"))
    shown = column(data, "reports_on_time")
    assert shown["aside"] == "Jul 20"
    rows = sample.execute(CELLS, {"indicator": "reports_on_time", "month": "2020-07"}).fetchall()
    assert {code: cell[0] for code, cell in shown["cells"].items()} == {r[0]: r[1] for r in rows}
    assert column(data, "health_helped")["aside"] == ""


def test_a_measure_that_the_table_does_not_have_gives_way_to_help() -> None:
    assert columns_of(selection(measure="baseline")) == columns_of(selection(measure="helped"))
    assert columns_of(selection(measure="solved")) != columns_of(selection(measure="helped"))


def test_the_links_of_the_table_carry_all_but_the_district(build_id: str) -> None:
    chosen = selection(lang="en", district="4007", month="2020-02")
    codes = rug_data(build_id, chosen)["codes"]
    assert codes == {name: code for name, code in chosen.codes().items() if name != "district"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_hold_the_same_figures_as_the_cells(build_id: str, language: str) -> None:
    chosen = selection(lang=language, month="2020-09")
    frame = rug_table(build_id, chosen)
    data = rug_data(build_id, chosen)
    assert len(frame) == 26 * len(data["columns"])
    cells = [cell for each in data["columns"] for cell in each["cells"].values()]
    assert list(frame[text(language, "table.numerator")].fillna(-1)) == [
        -1 if cell[1] is None else cell[1] for cell in cells
    ]
    said = {
        standing: text(language, f"standing.{standing}") for standing in OF_STANDING if standing
    }
    assert list(frame[text(language, "table.standing")]) == [
        said.get(cell[4], "") for cell in cells
    ]
