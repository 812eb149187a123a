"""TPMAP's exact combinations: every published union can be made again from them."""

from pathlib import Path

import duckdb
import pytest

from etl.sources.tpmap_layout import LEVELS, MASKS
from etl.sources.tpmap_open import read_tpmap_open
from tests.raw_tables import BATCH, add_batch
from tests.reference_mpi import combinations, mask_of
from tests.tpmap import ORIGINS, tpmap_directory

CORE = Path(__file__).resolve().parents[3] / "etl" / "core"
TABLES = ("tpmap_unit", "tpmap_mask", "tpmap_combination", "tpmap_poverty_cutoff")
COLUMNS = {
    "target_poor_persons": "poor.JPT.MOFval.CNT",
    "persons": "poor.JPT.CNT",
    "households": "poor.household.CNT",
}


def built(paths: list[Path]) -> duckdb.DuckDBPyConnection:
    """TPMAP files → a connection with the core tables of their combinations."""
    connection = duckdb.connect()
    connection.execute(BATCH)
    for path in paths:
        add_batch(connection, "tpmap_open", path.name, "2020-01-01")
    read_tpmap_open(connection, [(path.name, path) for path in paths])
    for table in TABLES:
        connection.execute((CORE / f"{table}.sql").read_text("utf-8"))
    return connection


@pytest.fixture(scope="module", params=ORIGINS)
def tpmap(request: pytest.FixtureRequest) -> tuple[Path, duckdb.DuckDBPyConnection]:
    directory = tpmap_directory(request.param)
    return directory, built(sorted(directory.glob("61_40_*.csv")))


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
@pytest.mark.parametrize("mask", MASKS)
def test_a_union_made_again_equals_the_published_file_to_the_person(
    tpmap: tuple[Path, duckdb.DuckDBPyConnection], mask: str, level: object
) -> None:
    _, connection = tpmap
    name = vars(level)["name"]
    remade = connection.execute(
        """
        select area_code, sum(target_poor_persons), sum(persons), sum(households)
        from tpmap_combination
        where level = $level and exists (
            select 1 from generate_series(1, 5) as place(number)
            where combination[number] = '1' and $mask[number] = '1'
        )
        group by area_code order by area_code
        """,
        {"level": name, "mask": mask},
    ).fetchall()
    published = connection.execute(
        """
        select area_code, sum(target_poor_persons), sum(persons), sum(households)
        from raw_tpmap_mask where level = $level and mask = $mask
        group by area_code order by area_code
        """,
        {"level": name, "mask": mask},
    ).fetchall()
    assert remade == published


@pytest.mark.parametrize("figure", COLUMNS)
def test_every_combination_equals_the_plain_count(
    tpmap: tuple[Path, duckdb.DuckDBPyConnection], figure: str
) -> None:
    directory, connection = tpmap
    found = connection.execute(
        f"select area_code, combination, {figure} from tpmap_combination"
    ).fetchall()
    expected = {
        (area, mask_of(combination)): count
        for area, exact in combinations(directory, COLUMNS[figure]).items()
        for combination, count in exact.items()
    }
    assert len(found) == len(expected) == 31 * (26 + 220 + 2596)
    assert {(area, combination): count for area, combination, count in found} == expected


def test_the_province_has_the_known_numbers_of_deprivations(
    tpmap: tuple[Path, duckdb.DuckDBPyConnection],
) -> None:
    _, connection = tpmap
    for level in LEVELS:
        found = connection.execute(
            """
            select deprivations, sum(target_poor_persons) from tpmap_combination
            where level = $level group by deprivations order by deprivations
            """,
            {"level": level.name},
        ).fetchall()
        assert found == [(1, 23_089), (2, 2_311), (3, 224), (4, 13), (5, 0)]


def test_the_poor_of_a_cutoff_have_at_least_so_many_deprivations(
    tpmap: tuple[Path, duckdb.DuckDBPyConnection],
) -> None:
    _, connection = tpmap
    for level in LEVELS:
        found = connection.execute(
            """
            select cutoff, sum(poor_persons), sum(deprivations), sum(surveyed_persons)
            from tpmap_poverty_cutoff where level = $level group by cutoff order by cutoff
            """,
            {"level": level.name},
        ).fetchall()
        assert found == [
            (1, 25_637, 28_435, 1_140_733),
            (2, 2_548, 5_346, 1_140_733),
            (3, 237, 724, 1_140_733),
            (4, 13, 52, 1_140_733),
            (5, 0, 0, 1_140_733),
        ]


def test_without_all_31_selections_there_is_no_combination() -> None:
    directory = tpmap_directory("rebuilt")
    paths = [directory / f"61_40_amphur_{mask}.csv" for mask in MASKS[:-1]]
    paths.append(directory / "61_40_amphur_common.csv")
    connection = built(paths)
    assert connection.execute("select count(*) from tpmap_combination").fetchall() == [(0,)]
    assert connection.execute("select count(*) from tpmap_poverty_cutoff").fetchall() == [(0,)]


def test_the_known_figures_of_the_province_stand_in_the_mart(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    found = dict(
        sample.execute(
            """
            select indicator || ' ' || group_code, value from mart_indicator
            where indicator like 'mpi\\_%' escape '\\' and level = 'province'
            """
        ).fetchall()
    )
    assert found["mpi_headcount k1"] == pytest.approx(2.2474, abs=5e-5)
    assert found["mpi_intensity k1"] == pytest.approx(0.2218, abs=5e-5)
    assert found["mpi_adjusted_headcount k1"] == pytest.approx(0.004985, abs=5e-7)
    assert found["mpi_intensity k5"] is None
    dimensions = ("health", "living", "education", "income", "access")
    assert sum(found[f"mpi_contribution {each}"] for each in dimensions) == pytest.approx(100)
    for cutoff in ("k1", "k2", "k3", "k4"):
        headcount, intensity = found[f"mpi_headcount {cutoff}"], found[f"mpi_intensity {cutoff}"]
        adjusted = found[f"mpi_adjusted_headcount {cutoff}"]
        assert adjusted == pytest.approx(headcount * intensity / 100)
