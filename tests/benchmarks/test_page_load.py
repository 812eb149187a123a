"""Loads of a real page by a real browser."""

from benchmarks.page_cost import BARE_SCRIPT, PAGES
from benchmarks.page_load import load_page
from tests.browser import StreamlitServer, chromium_page


def test_a_second_load_of_a_page_asks_as_often_and_carries_less() -> None:
    (bare,) = [page for page in PAGES if page.script == BARE_SCRIPT]
    with StreamlitServer(script=BARE_SCRIPT) as server, chromium_page() as page:
        first, second = (load_page(page.context, server.url, bare.is_ready) for _ in range(2))
    assert first.requests > 10
    assert first.received_bytes > 100_000
    assert second.received_bytes < first.received_bytes / 10
    assert first.ready_seconds > 0
