"""Where the files of a province lie: as received, generated, refused and built."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class DataFolder:
    """The folder that holds everything a province's warehouse is made of, and the warehouse."""

    path: Path

    @property
    def demo(self) -> Path:
        return self.path / "demo"

    @property
    def inbox(self) -> Path:
        return self.path / "inbox"

    @property
    def mappings(self) -> Path:
        return self.path / "mappings"

    @property
    def rejects(self) -> Path:
        return self.path / "rejects"

    @property
    def warehouse(self) -> Path:
        return self.path / "warehouse"


def data_folder() -> DataFolder:
    """The folder named by KHON_KAEN_DATA, or the project's own data folder."""
    return DataFolder(Path(os.path.abspath(os.environ.get("KHON_KAEN_DATA") or ROOT / "data")))
