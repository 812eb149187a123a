"""Writes every ugly file into a folder: python -m tests.ugly_files FOLDER."""

import sys
from pathlib import Path

from tests.ugly_files.every_file import UGLY_FILES

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, make in UGLY_FILES.items():
    (folder / name).write_bytes(make())
print(f"{len(UGLY_FILES)} files in {folder}")
