"""TPMAP's areas: sums of their units, the latest file of a level, nothing guessed."""

from pathlib import Path

import duckdb
import pytest

from etl.sources.tpmap_open import read_tpmap_open
from tests.raw_tables import BATCH, add_batch
from tests.tpmap import rebuilt

UNIT_SQL = Path(__file__).resolve().parents[3] / "etl" / "core" / "tpmap_unit.sql"


def built(*batches: tuple[str, Path, str]) -> duckdb.DuckDBPyConnection:
    """Batch ids, files and the days they were loaded → a connection with tpmap_unit."""
    connection = duckdb.connect()
    connection.execute(BATCH)
    read_tpmap_open(connection, [(batch_id, path) for batch_id, path, _ in batches])
    for batch_id, _, day in batches:
        add_batch(connection, "tpmap_open", batch_id, day)
    connection.execute(UNIT_SQL.read_text("utf-8"))
    return connection


@pytest.fixture(scope="module")
def tpmap() -> duckdb.DuckDBPyConnection:
    return built(
        *((path.name, path, "2020-01-01") for path in rebuilt().glob("61_40_*_common.csv")),
        *((path.name, path, "2020-01-01") for path in rebuilt().glob("61_40_*_11111.csv")),
    )


def test_each_level_has_its_areas_and_the_same_totals(tpmap: duckdb.DuckDBPyConnection) -> None:
    totals = tpmap.execute(
        """
        select level, count(*), sum(units), sum(surveyed_households), sum(surveyed_persons),
            sum(target_poor_persons), sum(happiness_points)
        from tpmap_unit group by level order by level
        """
    ).fetchall()
    same = (353_910, 1_140_733, 25_637, 2_970_934)
    assert totals == [
        ("district", 26, 26, *same),
        ("subdistrict", 220, 220, *same),
        ("village", 2596, 2644, *same),
    ]


def test_an_area_stands_once_in_an_edition(tpmap: duckdb.DuckDBPyConnection) -> None:
    counts = "select count(*), count(distinct (level, area_code, edition_year)) from tpmap_unit"
    assert tpmap.execute(counts).fetchall() == [(2842, 2842)]


def test_a_village_of_several_units_is_their_sum(tpmap: duckdb.DuckDBPyConnection) -> None:
    found = tpmap.execute(
        """
        select unit.units, unit.surveyed_persons, count(*), sum(raw.persons)
        from tpmap_unit as unit join raw_tpmap_common as raw using (level, area_code)
        where unit.units > 1
        group by unit.area_code, unit.units, unit.surveyed_persons
        """
    ).fetchall()
    assert len(found) == 29
    assert all(row[:2] == row[2:] for row in found)


def test_codes_lead_to_the_areas_above(tpmap: duckdb.DuckDBPyConnection) -> None:
    found = tpmap.execute(
        """
        select area_code, district_code, subdistrict_code from tpmap_unit
        where area_code in ('4001', '400102', '40010201') order by area_code
        """
    ).fetchall()
    assert found == [
        ("4001", "4001", None),
        ("400102", "4001", "400102"),
        ("40010201", "4001", "400102"),
    ]


def test_target_poor_is_blank_where_only_common_figures_came() -> None:
    path = rebuilt() / "61_40_amphur_common.csv"
    found = built(("common", path, "2020-01-01")).execute(
        "select count(*), count(target_poor_persons), count(health_persons) from tpmap_unit"
    )
    assert found.fetchall() == [(26, 0, 0)]


@pytest.mark.parametrize(("older", "newer"), [("first", "second"), ("second", "first")])
def test_the_file_loaded_last_counts_whole(tmp_path: Path, older: str, newer: str) -> None:
    path = rebuilt() / "61_40_amphur_common.csv"
    corrected = tmp_path / path.name
    lines = path.read_text("utf-8").replace("4001,69344,", "4001,70000,").splitlines()
    corrected.write_text("\n".join(lines[:-1]), encoding="utf-8")
    connection = built((newer, corrected, "2020-02-01"), (older, path, "2020-01-01"))
    found = connection.execute("select count(*), max(surveyed_households) from tpmap_unit")
    assert found.fetchall() == [(25, 70_000)]


def test_two_editions_stand_side_by_side(tmp_path: Path) -> None:
    path = rebuilt() / "61_40_amphur_common.csv"
    later = tmp_path / "62_40_amphur_common.csv"
    later.write_bytes(path.read_bytes())
    connection = built(("a", path, "2020-01-01"), ("b", later, "2020-01-01"))
    editions = "select edition_year, count(*) from tpmap_unit group by 1 order by 1"
    assert connection.execute(editions).fetchall() == [(2018, 26), (2019, 26)]
