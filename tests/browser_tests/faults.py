"""What a page must never do: ask another host, or report an error."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

from tests.browser import ROOT

# Streamlit looks for its server below the path of a deep link before it tries the root.
PAGES = {path.stem for path in (ROOT / "pages").rglob("*.py")}
PROBES = ("/_stcore/health", "/_stcore/host-config")


def watch(page: Page, origin: str) -> list[str]:
    """A page → the list that its faults are added to from now on."""
    faults: list[str] = []
    host = urlsplit(origin).netloc

    def note_address(address: str) -> None:
        if not is_own(address, host):
            faults.append(f"asked another host: {address}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error" and not is_probe(message.location["url"], origin):
            faults.append(f"console: {message.text} ({message.location['url']})")

    page.on("request", lambda request: note_address(request.url))
    page.on("websocket", lambda socket: note_address(socket.url))
    page.on("console", note_message)
    page.on("pageerror", lambda error: faults.append(f"page: {error}"))
    return faults


def is_own(address: str, host: str) -> bool:
    """Does an address stay on its host? What is inlined in a page (data:) leaves for nowhere."""
    inner = urlsplit(address.removeprefix("blob:"))
    return inner.scheme == "data" or inner.netloc == host


def is_probe(address: str, origin: str) -> bool:
    """Is it one of Streamlit's own two questions below the path of a page?"""
    return address in {f"{origin}/{page}{probe}" for page in PAGES for probe in PROBES}
