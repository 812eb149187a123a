"""What the tests of agencies and money compare with."""

from pathlib import Path

import pytest

from tests.reference_service import ServiceReference


@pytest.fixture(scope="session")
def plain(sample_sources: Path) -> ServiceReference:
    """Help, needs and district funds as their files tell of them."""
    return ServiceReference(sample_sources)
