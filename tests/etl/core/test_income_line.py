"""Facts of the income line."""

import duckdb
import pytest


@pytest.mark.parametrize(
    ("year", "baht"),
    [
        (2007, 23_000),
        (2011, 23_000),
        (2012, 30_000),
        (2017, 38_000),
        (2021, 38_000),
        (2022, 40_000),
    ],
)
def test_a_bmn_year_has_the_line_of_its_edition(
    sample: duckdb.DuckDBPyConnection, year: int, baht: int
) -> None:
    assert sample.execute(
        "select line_baht from income_line where $year between first_year and last_year",
        {"year": year},
    ).fetchall() == [(baht,)]
