"""Facts of the table that says what a gap between districts is worth."""

import duckdb
import pytest

from etl.marts.chance_gap import build_chance_gap
from tests.small_province import SmallProvince


def test_districts_of_the_mean_size_differ_by_27_points_and_as_they_are_by_more(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    equal, actual = sample.execute("select * from mart_chance_gap order by spread desc").fetchall()
    assert equal[:4] == ("equal", 72, 26, 45)
    assert equal[4] == pytest.approx(27, abs=1)
    assert actual[:4] == ("actual", 72, 26, 45)
    assert actual[5] < actual[4] < actual[6]
    assert actual[4] > 35


def test_without_households_there_is_no_gap() -> None:
    province = SmallProvince()
    province.build()
    build_chance_gap(province.connection)
    assert province.rows("from mart_chance_gap") == []
