"""What the tests of the screen read: the sample warehouse, by the id of its build."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def build_id(sample_warehouse: Path) -> str:
    """The id of the sample's build, which the product finds as its own."""
    return sample_warehouse.stem
