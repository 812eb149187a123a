"""What the tests of the command line start from: a small province, and a newer file of it."""

import shutil
from pathlib import Path

import pytest

from tests.data_folders import loaded_small


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small province, loaded."""
    return shutil.copytree(loaded_small(), tmp_path / "data")


@pytest.fixture
def sent(tmp_path: Path, data: Path) -> Path:
    """A newer synthetic file of agencies, in which every name is another."""
    text = (data / "demo" / "agencies" / "agencies.csv").read_text("utf-8")
    path = tmp_path / "agencies.csv"
    path.write_text(text.replace("หน่วยงาน", "ส่วนราชการ"), "utf-8")
    return path
