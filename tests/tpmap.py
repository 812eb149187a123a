"""TPMAP's files for tests: those written from the project's tables, and the published ones."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from etl.demo.tpmap_files import write_tpmap_files

# The published files stand beside a clone where someone has put them there.
PUBLISHED = Path(__file__).resolve().parents[2] / "shared" / "tpmap"
ORIGINS = ["rebuilt", *(["published"] if PUBLISHED.is_dir() else [])]


@cache
def rebuilt() -> Path:
    """The directory of the 96 files as the project writes them, made once for a run."""
    directory = Path(tempfile.mkdtemp(prefix="tpmap-"))
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    write_tpmap_files(directory)
    return directory


def tpmap_directory(origin: str) -> Path:
    """An origin of ORIGINS → its directory."""
    return PUBLISHED if origin == "published" else rebuilt()
