"""What the tests of the pages read."""

import pytest


@pytest.fixture(autouse=True)
def served(sample_warehouse: object) -> None:
    """The sample is what the dashboard serves."""
