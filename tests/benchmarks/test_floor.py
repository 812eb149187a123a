"""The floor counts what the dashboard shows."""

import csv
from collections import Counter
from pathlib import Path

import duckdb

from benchmarks.floor import load_floor


def rows_of(sources: Path, source: str) -> list[dict[str, str]]:
    with (sources / source / f"{source}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_counts_of_the_floor_are_those_of_plain_python(
    tmp_path: Path, sample_sources: Path
) -> None:
    district_of = {
        row["household_id"]: row["village_code"][:4]
        for row in rows_of(sample_sources, "households")
    }
    helped = {
        row["need_id"] for row in rows_of(sample_sources, "help") if row["status"] == "completed"
    }
    needy: dict[tuple[str, str], bool] = {}
    for row in rows_of(sample_sources, "needs"):
        if row["verified_date"]:
            place = (row["household_id"], row["dimension"])
            needy[place] = needy.get(place, False) or row["need_id"] in helped
    needs: Counter[tuple[str, str]] = Counter()
    helps: Counter[tuple[str, str]] = Counter()
    for (household_id, dimension), is_helped in needy.items():
        needs[district_of[household_id], dimension] += 1
        helps[district_of[household_id], dimension] += is_helped

    load_floor(sample_sources, tmp_path / "floor.duckdb")
    with duckdb.connect(str(tmp_path / "floor.duckdb"), read_only=True) as connection:
        counted = connection.table("district_dimension").fetchall()
    assert counted == [(*place, needs[place], helps[place]) for place in sorted(needs)]


def test_every_file_is_read_whole(tmp_path: Path, sample_sources: Path) -> None:
    load_floor(sample_sources, tmp_path / "floor.duckdb")
    with duckdb.connect(str(tmp_path / "floor.duckdb"), read_only=True) as connection:
        for source in ("help", "members", "reports"):
            read = connection.table(source).count("*").fetchall()
            assert read == [(len(rows_of(sample_sources, source)),)]
        (unions,) = connection.table("tpmap_village_mask").count("*").fetchall()
    assert unions == (31 * 2644,)
