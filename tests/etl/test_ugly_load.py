"""Ugly files through the command: all that load are one table, one refused changes nothing."""

import shutil
from pathlib import Path

import duckdb

from etl.data_folder import DataFolder
from etl.publish import serving_build, snapshot_path
from tests.agency_files import loaded_agencies, marks
from tests.command import run_command
from tests.ugly_files.every_file import UGLY_FILES
from tests.ugly_files.plain_tables import FUND, FUND_NAMES

REFUSED = ("locked_workbook", "picture", "damaged_text", "several_sheets", "too_large_sheet")


def placed(folder: Path, part: str) -> list[Path]:
    """Every ugly file of the fund in whose name a part stands, in a folder."""
    folder.mkdir()
    names = [name for name in UGLY_FILES if name.startswith("district_fund") and part in name]
    for name in names:
        (folder / name).write_bytes(UGLY_FILES[name]())
    return [folder / name for name in names]


def test_all_that_load_are_one_table(tmp_path: Path) -> None:
    data = shutil.copytree(loaded_agencies(), tmp_path / "data")
    sent = placed(tmp_path / "sent", "__loads__")
    answer = run_command(data, "load", tmp_path / "sent")
    assert answer.code == 0, answer.progress
    assert "Rows refused" not in answer.out
    folder = DataFolder(data)
    path = snapshot_path(folder, serving_build(folder))
    with duckdb.connect(str(path), read_only=True) as connection:
        found = connection.execute(
            f"select {', '.join(FUND_NAMES)} from district_fund_movement order by movement_id"
        ).fetchall()
        batches = connection.execute("select count(*) from batch where source = 'district_fund'")
        assert batches.fetchall() == [(len({each.read_bytes() for each in sent}),)]
    assert found == list(FUND)
    again = run_command(data, "load", tmp_path / "sent")
    assert "There is nothing new" in again.out


def test_one_file_that_is_refused_stops_all(tmp_path: Path) -> None:
    data = shutil.copytree(loaded_agencies(), tmp_path / "data")
    before = sorted(data.rglob("*"))
    for reason in REFUSED:
        for path in placed(tmp_path / reason, f"refused_file_{reason}"):
            answer = run_command(data, "load", path)
            assert (answer.code, answer.out) == (2, "")
            assert f"Refused {path.name}" in answer.progress
            assert f"ไม่รับไฟล์ {path.name}" in answer.progress
    assert sorted(data.rglob("*")) == before
    assert marks(data) == {"first"}
