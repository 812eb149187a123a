"""What the tests of the screen read: the sample warehouse, by the id of its build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app import warehouse

Ask = Callable[[str], str]


@pytest.fixture(scope="session")
def build_id(sample_warehouse: Path) -> str:
    """The id of the sample's build, which the product finds as its own."""
    return sample_warehouse.stem


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that the product takes for its own."""
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Keeps a statement as a query file → its name."""
    folder = tmp_path / "queries"
    folder.mkdir()
    monkeypatch.setattr(warehouse, "QUERIES", folder)
    warehouse.statement_of.cache_clear()

    def keep(statement: str) -> str:
        name = f"question_{len(list(folder.iterdir()))}"
        (folder / f"{name}.sql").write_text(statement, "utf-8")
        return name

    return keep
