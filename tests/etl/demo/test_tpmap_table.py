"""The compact tables come from the published files, and only from files that agree."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from etl.demo.tpmap_figures import COMBINATIONS_NAME, REFERENCE, UNITS_NAME
from etl.demo.tpmap_table import main
from tests.tpmap import ORIGINS, rebuilt, tpmap_directory


@pytest.fixture
def village_files(tmp_path: Path) -> Path:
    directory = tmp_path / "files"
    directory.mkdir()
    for path in rebuilt().glob("61_40_village_*.csv"):
        shutil.copy(path, directory)
    return directory


@pytest.mark.parametrize("origin", ORIGINS)
def test_the_kept_tables_are_those_of_the_files(origin: str, tmp_path: Path) -> None:
    answer = CliRunner().invoke(main, [str(tpmap_directory(origin)), "--out", str(tmp_path)])
    assert answer.exit_code == 0, answer.output
    for name in (UNITS_NAME, COMBINATIONS_NAME):
        assert (tmp_path / name).read_bytes() == (REFERENCE / name).read_bytes()


def test_files_with_other_units_are_refused(village_files: Path, tmp_path: Path) -> None:
    path = village_files / "61_40_village_10000.csv"
    path.write_text("\n".join(path.read_text("utf-8").splitlines()[:-1]), encoding="utf-8")
    answer = CliRunner().invoke(main, [str(village_files), "--out", str(tmp_path)])
    assert answer.exit_code == 1
    assert "61_40_village_10000.csv lists other units" in answer.output


def test_unions_that_contradict_each_other_are_refused(village_files: Path, tmp_path: Path) -> None:
    path = village_files / "61_40_village_11111.csv"
    path.write_text(path.read_text("utf-8").replace(",9,45,9,6,", ",9,45,9,5,", 1), "utf-8")
    answer = CliRunner().invoke(main, [str(village_files), "--out", str(tmp_path)])
    assert answer.exit_code == 1
    assert "a combination is negative" in answer.output
