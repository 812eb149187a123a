"""Facts of the watch that every other browser test stands under: it sees what it is there for."""

import pytest
from playwright.sync_api import BrowserContext

from tests.browser_tests.faults import is_own, is_probe, watch

ORIGIN = "http://127.0.0.1:8501"


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("fetch('http://127.0.0.2:9/tiles').catch(() => done())", "asked another host"),
        (
            "Object.assign(new Image(), { onerror: () => done(), src: 'http://127.0.0.2:9/' })",
            "asked another host",
        ),
        ("new WebSocket('ws://127.0.0.2:9/live').onclose = () => done()", "asked another host"),
        ("console.error('no such area'); done()", "console: no such area"),
        ("setTimeout(() => { done(); throw new Error('broken') })", "page: broken"),
    ],
    ids=["fetch", "image", "websocket", "console", "page"],
)
def test_a_fault_is_seen(browser: BrowserContext, origin: str, script: str, fault: str) -> None:
    with browser.new_page() as page:
        page.goto(f"{origin}/_stcore/health")
        faults = watch(page, origin)
        page.evaluate(f"() => new Promise(done => {{ {script} }})")
        assert any(found.startswith(fault) for found in faults), faults


@pytest.mark.parametrize(
    ("address", "own"),
    [
        (f"{ORIGIN}/static/js/index.js", True),
        (f"blob:{ORIGIN}/0f9a", True),
        ("data:image/png;base64,AAAA", True),
        ("ws://127.0.0.1:8501/_stcore/stream", True),
        ("http://127.0.0.1:8502/", False),
        ("https://cdn.example.org/127.0.0.1:8501", False),
    ],
)
def test_only_the_server_s_own_address_is_own(address: str, own: bool) -> None:
    assert is_own(address, "127.0.0.1:8501") is own


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        (f"{ORIGIN}/dimension_map/_stcore/health", True),
        (f"{ORIGIN}/dimension_map/_stcore/host-config", True),
        (f"{ORIGIN}/_stcore/health", False),
        (f"{ORIGIN}/dimension_map/_stcore/stream", False),
        (f"{ORIGIN}/app/static/fonts/missing.woff2", False),
    ],
)
def test_only_streamlit_s_two_probes_may_fail(address: str, allowed: bool) -> None:
    assert is_probe(address, ORIGIN) is allowed
