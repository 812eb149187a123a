"""Synthetic provinces of any size, kept in the scratch folder between runs."""

import shutil
from pathlib import Path

from etl.data_folder import DataFolder
from etl.demo.generate import write_demo
from etl.demo.tpmap_files import write_tpmap_files

HELP_EVENTS_PER_HOUSEHOLD = 10


def province_of(scratch: Path, households: int) -> DataFolder:
    """A folder and a number of households → their data folder, generated unless it is there."""
    folder = DataFolder((scratch / f"{households}_households").absolute())
    if not folder.demo.is_dir():
        growing = folder.path / "demo_growing"
        shutil.rmtree(growing, ignore_errors=True)
        write_demo(growing, households, help_events_per_household=HELP_EVENTS_PER_HOUSEHOLD)
        write_tpmap_files(growing / "tpmap_open")
        growing.rename(folder.demo)
    return folder
