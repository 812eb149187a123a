"""A real browser and a real server for the browser tests."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.sync_api import BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
# Switches off what a browser asks the network by itself, so that every request is the dashboard's.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str:
    """The browser's path; raises RuntimeError if there is none."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        raise RuntimeError("no Chromium: run `python3 run.py test`, which finds or installs it")
    return path


@contextmanager
def chromium_context(
    width_px: int = 1366,
    height_px: int = 768,
    *,
    locale: str = "th-TH",
    reduced_motion: bool = True,
) -> Iterator[BrowserContext]:
    """A new browser without history, its pages sharing one cache; RuntimeError without Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
        )
        try:
            yield browser.new_context(
                viewport={"width": width_px, "height": height_px},
                locale=locale,
                timezone_id="Asia/Bangkok",
                reduced_motion="reduce" if reduced_motion else "no-preference",
            )
        finally:
            browser.close()


@contextmanager
def chromium_page() -> Iterator[Page]:
    """One empty page in a new browser without history; raises RuntimeError without Chromium."""
    with chromium_context() as context:
        yield context.new_page()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


class StreamlitServer:
    """The dashboard served on a free loopback port while the `with` block runs.

    It is served as run.py does; a `script` that is given is served by `streamlit run`.
    `environment` is added to the caller's own. Entering raises RuntimeError with the server's
    output if it ends early or does not answer within `patience_seconds`.
    """

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        *,
        script: Path | None = None,
        patience_seconds: float = 60,
    ) -> None:
        self.environment = {**os.environ, "PYTHONUTF8": "1", **(environment or {})}
        self.script = script
        self.patience_seconds = patience_seconds
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        # A file, not a pipe: nobody reads it meanwhile, and a full pipe would stop the server.
        self._log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            self._command(),
            cwd=self.script.parent if self.script else ROOT,
            env=self.environment,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        try:
            self._wait_until_healthy()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._stop()

    @property
    def output(self) -> str:
        """What the server has printed so far."""
        size_bytes = os.fstat(self._log.fileno()).st_size
        return os.pread(self._log.fileno(), size_bytes, 0).decode("utf-8", "replace")

    def _command(self) -> list[str]:
        if self.script is None:
            place = ["--host", "127.0.0.1", "--port", str(self.port), "--no-access-log"]
            return [sys.executable, "-m", "uvicorn", "app.server:app", *place]
        options = {
            "server.address": "127.0.0.1",
            "server.port": str(self.port),
            "server.headless": "true",
            "server.fileWatcherType": "none",
            "browser.gatherUsageStats": "false",
        }
        settings = [part for name, value in options.items() for part in (f"--{name}", value)]
        return [sys.executable, "-m", "streamlit", "run", str(self.script), *settings]

    def _wait_until_healthy(self) -> None:
        deadline = time.monotonic() + self.patience_seconds
        while not self._is_healthy():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the dashboard did not start:\n{self.output}")
            time.sleep(0.1)

    def _is_healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            # An unknown path answers 200 as well, with the page's HTML: only the body tells.
            return connection.getresponse().read() == b"ok"
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
