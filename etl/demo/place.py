"""Puts a synthetic province-year in its folder, whole or not at all."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from etl.demo.generate import write_demo
from etl.demo.tpmap_files import write_tpmap_files

# Says that a folder was generated, so that one with anything else in it is never replaced.
MARK = "demo.json"
PARTS = ("households", "needs", "members", "help", "incomes", "officials", "visits", "tpmap_open")


class NotADemoError(Exception):
    """The folder holds something that was not generated."""


def place_demo(folder: Path, households: int, seed: int, progress: Callable[[str], None]) -> None:
    """A number of households and a seed → the folder with <source>/<source>.csv and TPMAP's files.

    An older demo in the folder is replaced at once when the new one is whole. Raises
    NotADemoError, before any work, when the folder holds anything else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise NotADemoError
    growing = folder.with_name(f".{folder.name}.new")
    replaced = folder.with_name(f".{folder.name}.old")
    for left_over in (growing, replaced):
        shutil.rmtree(left_over, ignore_errors=True)
    try:
        write_demo(growing, households, seed, progress)
        progress("tpmap_open")
        write_tpmap_files(growing / "tpmap_open")
        mark = {"households": households, "seed": seed}
        (growing / MARK).write_text(json.dumps(mark), "utf-8")
        if folder.exists():
            folder.rename(replaced)
        growing.rename(folder)
    finally:
        shutil.rmtree(growing, ignore_errors=True)
    shutil.rmtree(replaced, ignore_errors=True)
