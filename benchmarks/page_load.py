"""What one load of a page costs its reader: seconds until it is ready, requests and bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession

PATIENCE_MS = 120_000
BINARY_FRAME = 2


@dataclass(frozen=True)
class PageLoad:
    """Seconds from the start of navigation until ready, and all that the network then carried."""

    ready_seconds: float
    requests: int
    received_bytes: int


def load_page(context: BrowserContext, url: str, is_ready: str) -> PageLoad:
    """A browser's context, an address and a JavaScript condition → what the load cost.

    The condition is asked at every frame; the network is counted until it is silent. Raises
    playwright's TimeoutError when the page does not become ready.
    """
    page = context.new_page()
    try:
        network = _NetworkTally(context.new_cdp_session(page))
        page.goto(url, wait_until="commit")
        ready = page.wait_for_function(
            f"() => ({is_ready}) && performance.now()", timeout=PATIENCE_MS
        )
        ready_ms = float(ready.json_value())
        page.wait_for_load_state("networkidle")
        return PageLoad(ready_ms / 1000, network.requests, network.received_bytes)
    finally:
        page.close()


class _NetworkTally:
    # Bodies as sent, compressed and with headers: a cached answer costs nothing.
    def __init__(self, session: CDPSession) -> None:
        self.requests = 0
        self.received_bytes = 0
        session.on("Network.requestWillBeSent", self._count_request)
        session.on("Network.webSocketCreated", self._count_request)
        session.on("Network.loadingFinished", self._add_body)
        session.on("Network.webSocketFrameReceived", self._add_frame)
        session.send("Network.enable")

    def _count_request(self, event: Mapping[str, Any]) -> None:
        url = event["url"] if "url" in event else event["request"]["url"]
        self.requests += url.startswith(("http", "ws"))

    def _add_body(self, event: Mapping[str, Any]) -> None:
        self.received_bytes += int(event["encodedDataLength"])

    def _add_frame(self, event: Mapping[str, Any]) -> None:
        frame = event["response"]
        length = len(frame["payloadData"])
        # What is not text comes as base64: four letters for three bytes.
        self.received_bytes += length * 3 // 4 if frame["opcode"] == BINARY_FRAME else length
