"""TPMAP's selections of dimensions: one row per area and mask, the latest file of each."""

from pathlib import Path

import duckdb
import pytest

from etl.sources.tpmap_layout import MASKS
from etl.sources.tpmap_open import read_tpmap_open
from tests.raw_tables import BATCH, add_batch
from tests.tpmap import rebuilt

MASK_SQL = Path(__file__).resolve().parents[3] / "etl" / "core" / "tpmap_mask.sql"


def built(*batches: tuple[str, Path, str]) -> duckdb.DuckDBPyConnection:
    """Batch ids, files and the days they were loaded → a connection with tpmap_mask."""
    connection = duckdb.connect()
    connection.execute(BATCH)
    read_tpmap_open(connection, [(batch_id, path) for batch_id, path, _ in batches])
    for batch_id, _, day in batches:
        add_batch(connection, "tpmap_open", batch_id, day)
    connection.execute(MASK_SQL.read_text("utf-8"))
    return connection


@pytest.fixture(scope="module")
def tpmap() -> duckdb.DuckDBPyConnection:
    names = [f"61_40_{level}_{mask}.csv" for level in ("amphur", "village") for mask in MASKS]
    return built(*((name, rebuilt() / name, "2020-01-01") for name in names))


def test_every_area_has_all_31_selections_once(tpmap: duckdb.DuckDBPyConnection) -> None:
    found = tpmap.execute(
        """
        select level, count(*), count(distinct (area_code, mask)), count(distinct mask)
        from tpmap_mask group by level order by level
        """
    ).fetchall()
    assert found == [("district", 31 * 26, 31 * 26, 31), ("village", 31 * 2596, 31 * 2596, 31)]


def test_districts_are_the_sum_of_their_villages(tpmap: duckdb.DuckDBPyConnection) -> None:
    differing = tpmap.execute(
        """
        with village as (
            select area_code[:4] as area_code, mask, sum(households) as households,
                sum(persons) as persons, sum(target_poor_persons) as target_poor_persons,
                sum(fails_22_persons) as fails_22_persons
            from tpmap_mask where level = 'village' group by 1, 2
        )
        select district.area_code, mask
        from tpmap_mask as district join village using (area_code, mask)
        where district.level = 'district' and (
            district.households <> village.households or district.persons <> village.persons
            or district.target_poor_persons <> village.target_poor_persons
            or district.fails_22_persons <> village.fails_22_persons
        )
        """
    ).fetchall()
    assert differing == []


def test_a_wider_selection_never_holds_fewer_people(tpmap: duckdb.DuckDBPyConnection) -> None:
    fewer = tpmap.execute(
        """
        select narrow.area_code
        from tpmap_mask as narrow
        join tpmap_mask as wide using (level, area_code)
        where wide.mask = '11111' and narrow.target_poor_persons > wide.target_poor_persons
        """
    ).fetchall()
    assert fewer == []


def test_the_file_loaded_last_counts_for_its_selection_only(tmp_path: Path) -> None:
    first, other = "61_40_amphur_00010.csv", "61_40_amphur_00001.csv"
    corrected = tmp_path / first
    text = (rebuilt() / first).read_text("utf-8").replace("4001,2019,", "4001,2020,")
    corrected.write_text(text, encoding="utf-8")
    connection = built(
        ("later", corrected, "2020-02-01"),
        ("other", rebuilt() / other, "2020-01-01"),
        ("sooner", rebuilt() / first, "2020-01-01"),
    )
    found = connection.execute(
        "select mask, count(*), max(households) from tpmap_mask group by mask order by mask"
    ).fetchall()
    assert [row[:2] for row in found] == [("00001", 26), ("00010", 26)]
    assert found[1][2] == 2020
