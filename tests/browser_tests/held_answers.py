"""A stand between the server and a page that keeps answers back, so that their order is certain."""

import time

from playwright.sync_api import Page, WebSocketRoute

PATIENCE_SECONDS = 20
POLL_MS = 20


class HeldAnswers:
    """What the server sends to a page not yet opened passes through; after hold() it waits."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._waiting: list[str | bytes] = []
        self._is_held = False
        page.route_web_socket("**/_stcore/stream", self._connect)

    def hold(self) -> None:
        self._is_held = True

    def wait_for(self, text: str) -> None:
        """Waits until an answer that holds a text has come; raises TimeoutError when none does."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not any(text.encode() in _as_bytes(answer) for answer in self._waiting):
            if time.monotonic() > deadline:
                raise TimeoutError(f"no answer holds {text}")
            self._page.wait_for_timeout(POLL_MS)

    def release(self) -> None:
        """Lets the answers through in the order in which they came."""
        self._is_held = False
        for answer in self._waiting:
            self._route.send(answer)
        self._waiting.clear()

    def _connect(self, route: WebSocketRoute) -> None:
        self._route = route
        route.connect_to_server().on_message(self._pass_on)

    def _pass_on(self, answer: str | bytes) -> None:
        if self._is_held:
            self._waiting.append(answer)
        else:
            self._route.send(answer)


def _as_bytes(answer: str | bytes) -> bytes:
    return answer.encode() if isinstance(answer, str) else answer
