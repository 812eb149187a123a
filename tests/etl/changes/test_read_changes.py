"""Facts of what is said to have changed between two snapshots, against plain loops over files."""

import csv
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.change_report import changes_report
from etl.changes.read_changes import OtherLayoutError, read_changes
from etl.data_folder import DataFolder
from etl.publish import serving_build, snapshot_path, snapshots
from etl.status import Row
from tests.command import run_command
from tests.data_folders import loaded_small

Lines = list[dict[str, str]]
Move = tuple[str, str, str | None, str | None]


def read_lines(path: Path) -> Lines:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_lines(path: Path, lines: Lines) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    return path


def solve_every_open_need(lines: Lines) -> Lines:
    return [
        {**line, "status": "solved", "closed_date": "2020-09-29"}
        for line in lines
        if line["status"] == "open" and line["verified_date"]
    ]


def everybody_moves(lines: Lines) -> Lines:
    return [
        {**line, "status": "moved", "status_date": "2020-09-01"}
        for line in lines
        if line["status"] == "found"
    ][:5]


def every_income_is_high(lines: Lines) -> Lines:
    return [
        {**line, "recorded_date": "2020-09-28", "income_baht_per_person_year": "50000"}
        for line in {line["household_id"]: line for line in lines}.values()
    ]


CHANGES: dict[str, Callable[[Lines], Lines]] = {
    "needs": solve_every_open_need,
    "households": everybody_moves,
    "incomes": every_income_is_high,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """The small province, and a later snapshot of it in which much is otherwise."""
    data = shutil.copytree(loaded_small(), tmp_path_factory.mktemp("changes") / "data")
    sent = data.parent / "sent"
    sent.mkdir()
    for source, change in CHANGES.items():
        lines = read_lines(data / "demo" / source / f"{source}.csv")
        write_lines(sent / f"{source}.csv", change(lines))
    answer = run_command(data, "load", sent)
    assert answer.code == 0, answer.progress
    return DataFolder(data)


@pytest.fixture(scope="module")
def changes(folder: DataFolder) -> Row:
    later, earlier = snapshots(folder)
    return read_changes(snapshot_path(folder, earlier), snapshot_path(folder, later))


def lines_of(folder: DataFolder, source: str) -> tuple[Lines, Lines]:
    """A source's records before and after."""
    before = read_lines(folder.demo / source / f"{source}.csv")
    return before, read_lines(folder.path.parent / "sent" / f"{source}.csv")


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("needs", ["need_id"]),
        ("households", ["household_id"]),
        ("incomes", ["household_id", "recorded_date"]),
    ],
)
def test_records_are_new_changed_or_the_same_by_district(
    folder: DataFolder, changes: Row, source: str, key: list[str]
) -> None:
    villages = {
        line["household_id"]: line["village_code"] for line in lines_of(folder, "households")[0]
    }
    before, sent = lines_of(folder, source)
    old = {tuple(line[name] for name in key): line for line in before}
    new = {tuple(line[name] for name in key): line for line in sent}
    expected: dict[str, Counter[str]] = {}
    for each in old.keys() | new.keys():
        line = new.get(each) or old[each]
        kind = "same" if each not in new else "changed" if each in old else "new"
        kind = "same" if new.get(each) == old.get(each) else kind
        district = villages[line["household_id"]][:4]
        expected.setdefault(district, Counter())[f"records_{kind}"] += 1
    found = {row["district_code"]: row for row in changes["sources"] if row["source"] == source}
    assert found.keys() == expected.keys()
    for district, counts in expected.items():
        for kind in ("new", "changed", "same", "gone"):
            assert found[district][f"records_{kind}"] == counts[f"records_{kind}"]


def test_every_record_of_an_untouched_source_is_the_same(folder: DataFolder, changes: Row) -> None:
    lines = read_lines(folder.demo / "visits" / "visits.csv")
    rows = [row for row in changes["sources"] if row["source"] == "visits"]
    assert sum(row["records_same"] for row in rows) == len(lines)
    assert not any(row[f"records_{kind}"] for row in rows for kind in ("new", "changed", "gone"))


def test_a_household_that_moved_is_told_and_no_other(folder: DataFolder, changes: Row) -> None:
    told = {
        row["household_id"]: (row["standing_before"], row["standing_after"])
        for row in changes["households"]
        if row["aspect"] == "register"
    }
    before, sent = lines_of(folder, "households")
    declined = {line["household_id"] for line in before if line["wants_help"] == "false"}
    assert told == {
        line["household_id"]: (
            "declined" if line["household_id"] in declined else "included",
            "moved",
        )
        for line in sent
    }


def standing_by_dimension(needs: Lines, help_given: Lines) -> dict[tuple[str, str], str]:
    """Household and dimension → waiting, helped or solved, by loops."""
    helped = {line["need_id"] for line in help_given if line["status"] == "completed"}
    found = {}
    for place in {(line["household_id"], line["dimension"]) for line in needs}:
        here = [line for line in needs if (line["household_id"], line["dimension"]) == place]
        verified = [line for line in here if line["verified_date"]]
        if not verified:
            continue
        if all(line["status"] == "solved" and line["closed_date"] for line in verified):
            found[place] = "solved"
        else:
            is_helped = any(line["need_id"] in helped for line in here)
            found[place] = "helped" if is_helped else "waiting"
    return found


def test_needs_that_were_solved_are_told_by_household_and_dimension(
    folder: DataFolder, changes: Row
) -> None:
    before, sent = lines_of(folder, "needs")
    help_given = read_lines(folder.demo / "help" / "help.csv")
    after = list(
        (
            {line["need_id"]: line for line in before} | {line["need_id"]: line for line in sent}
        ).values()
    )
    old, new = (standing_by_dimension(needs, help_given) for needs in (before, after))
    expected = {
        (household, dimension, old.get((household, dimension)), standing)
        for (household, dimension), standing in new.items()
        if old.get((household, dimension)) != standing
    }
    dimensions = {dimension for _, dimension in new}
    told = {
        (row["household_id"], row["aspect"], row["standing_before"], row["standing_after"])
        for row in changes["households"]
        if row["aspect"] in dimensions
    }
    assert expected
    assert told == expected


def test_moves_are_the_sums_of_the_households(changes: Row) -> None:
    counted: Counter[tuple[str, ...]] = Counter()
    for row in changes["households"]:
        standings = (
            ("", "")
            if row["aspect"] == "officer"
            else (str(row["standing_before"]), str(row["standing_after"]))
        )
        counted[row["district_code"], row["aspect"], *standings] += 1
    told = {
        (
            row["district_code"],
            row["aspect"],
            *(
                ("", "")
                if row["aspect"] == "officer"
                else (str(row["standing_before"]), str(row["standing_after"]))
            ),
        ): row["households"]
        for row in changes["moves"]
    }
    assert told == counted
    households = {row["household_id"] for row in changes["households"]}
    assert changes["households_changed"] == len(households)


def test_a_figure_is_told_as_both_snapshots_have_it(folder: DataFolder, changes: Row) -> None:
    for snapshot, when in zip(snapshots(folder), ("after", "before"), strict=True):
        with duckdb.connect(str(snapshot_path(folder, snapshot)), read_only=True) as connection:
            for row in changes["figures"]:
                cell = connection.execute(
                    "select numerator, denominator, value, note from mart_indicator "
                    "where indicator = ? and area_code = ? and month = ? and group_code = 'all'",
                    [row["indicator"], row["area_code"], row[f"month_{when}"]],
                ).fetchone()
                names = ("numerator", "denominator", "value", "note")
                assert cell == tuple(row[f"{name}_{when}"] for name in names)
    assert any(row["level"] == "province" for row in changes["figures"])


def test_a_snapshot_beside_itself_differs_in_nothing(folder: DataFolder) -> None:
    path = snapshot_path(folder, serving_build(folder))
    found = read_changes(path, path)
    assert (found["figures"], found["moves"], found["households"]) == ([], [], [])
    assert all(
        row[f"records_{kind}"] == 0
        for row in found["sources"]
        for kind in ("new", "changed", "gone")
    )
    assert "ไม่มีสิ่งใดเปลี่ยน" in changes_report(found)


def test_of_many_households_the_first_are_listed_and_all_counted(folder: DataFolder) -> None:
    later, earlier = snapshots(folder)
    paths = (snapshot_path(folder, earlier), snapshot_path(folder, later))
    found = read_changes(*paths, most_households=2)
    assert len({row["household_id"] for row in found["households"]}) == 2
    assert found["households_changed"] > 2


def test_a_snapshot_with_other_tables_cannot_be_compared(
    folder: DataFolder, tmp_path: Path
) -> None:
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table build_info as select 'older' as build_id")
    with pytest.raises(OtherLayoutError):
        read_changes(other, snapshot_path(folder, serving_build(folder)))


def test_the_report_says_it_in_thai_and_english(changes: Row) -> None:
    report = changes_report(changes)
    assert "การศึกษา / education" in report
    assert "อยู่ในโครงการ / in the programme" in report
    assert f"{changes['households_changed']:,}" in report
