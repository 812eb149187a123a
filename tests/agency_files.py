"""A data folder with agencies alone, quick to load, and newer files of them, each with its mark."""

import csv
import shutil
import tempfile
from functools import cache
from pathlib import Path

import duckdb

from etl.data_folder import DataFolder
from etl.publish import serving_build, snapshot_path
from tests.command import run_command

AGENCIES = 20
NAMES = ("agency_code", "name_th", "agency_type", "record_origin")


def write_agencies(path: Path, mark: str) -> Path:
    """A place and a mark → a file of agencies in whose every name the mark stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(NAMES)
        for number in range(AGENCIES):
            writer.writerow([f"A{number}", f"หน่วยงาน {number} {mark}", "government", "synthetic"])
    return path


@cache
def loaded_agencies() -> Path:
    """A data folder in which agencies with the mark “first” are loaded; only to be copied."""
    data = Path(tempfile.mkdtemp(prefix="khon-kaen-agencies-"))
    sent = write_agencies(data / "sent" / "first.csv", "first")
    answer = run_command(data, "load", sent)
    assert answer.code == 0, answer.progress
    shutil.rmtree(sent.parent)
    return data


def marks(data: Path) -> set[str]:
    """The marks in the names of agencies in the warehouse that serves, and nothing unlike them."""
    folder = DataFolder(data)
    build_id = serving_build(folder)
    with duckdb.connect(str(snapshot_path(folder, build_id)), read_only=True) as connection:
        names = connection.execute("select name_th from agency").fetchall()
        told = connection.execute("select build_id from build_info").fetchall()
    assert len(names) == AGENCIES
    assert told == [(build_id,)]
    return {name.split()[-1] for (name,) in names}
