"""What the tests of the screen read: the sample warehouse, by the id of its build."""

from pathlib import Path

import pytest
from hypothesis import settings

# A machine that is busy with something else is not a fault of what is tested.
settings.register_profile("without_clock", deadline=None)
settings.load_profile("without_clock")


@pytest.fixture(scope="session")
def build_id(sample_warehouse: Path) -> str:
    """The id of the sample's build, which the product finds as its own."""
    return sample_warehouse.stem
