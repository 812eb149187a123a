"""One server and one browser for these tests, and a page that must end without a fault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import StreamlitServer, chromium_context
from tests.browser_tests.faults import watch

PATIENCE_MS = 20_000


@pytest.fixture(scope="package")
def origin(sample_warehouse: Path) -> Iterator[str]:
    """The address of the dashboard, served as run.py serves it."""
    with StreamlitServer() as server:
        yield server.url


# For the package, not the session: while Playwright runs, this thread can run no other event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[BrowserContext]:
    expect.set_options(timeout=PATIENCE_MS)
    with chromium_context() as context:
        yield context


@pytest.fixture
def page(browser: BrowserContext, origin: str) -> Iterator[Page]:
    """An empty page; what it asks of another host, or reports as an error, fails its test."""
    with browser.new_page() as page:
        faults = watch(page, origin)
        yield page
        assert faults == []
