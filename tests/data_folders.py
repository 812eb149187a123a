"""Data folders for tests of the command line: each loaded once for a run and copied for a test."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.command import run_command

FEWEST_HOUSEHOLDS = "26"


@cache
def loaded_small() -> Path:
    """26 synthetic households without TPMAP's files, loaded; only to be copied."""
    data = _new_folder()
    _done(data, "demo", "--households", FEWEST_HOUSEHOLDS)
    shutil.rmtree(data / "demo" / "tpmap_open")
    _done(data, "load")
    return data


@cache
def loaded_province() -> Path:
    """The synthetic province-year with TPMAP's files, loaded; only to be read."""
    data = _new_folder()
    _done(data, "demo")
    _done(data, "load")
    return data


def _new_folder() -> Path:
    data = Path(tempfile.mkdtemp(prefix="khon-kaen-data-"))
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    return data


def _done(data: Path, *arguments: str) -> None:
    answer = run_command(data, *arguments)
    assert answer.code == 0, answer.progress
