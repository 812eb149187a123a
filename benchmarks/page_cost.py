"""The dashboard's pages beside a bare Streamlit page: seconds, requests, bytes, script time."""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser

from benchmarks.etl_cost import load_province
from benchmarks.machine import machine_facts
from benchmarks.page_load import PageLoad, load_page
from benchmarks.process_cost import ROOT, measure_process
from benchmarks.province import province_of
from benchmarks.results import median_and_range, table
from tests.browser import StreamlitServer, chromium_page

BARE_SCRIPT = Path(__file__).with_name("bare_page.py")
DASHBOARD_SCRIPT = ROOT / "dashboard.py"
SECTION_PAGES = sorted(path.relative_to(ROOT) for path in ROOT.glob("pages/*/*.py"))
RUNS = 7
DISTRICTS = 26
DIMENSIONS = 5
AREAS_DRAWN = "document.querySelectorAll('path[data-code]').length === "
METHOD = f"""
Cold is a browser without a cache, warm the second load in the same browser. A page is ready when
its text stands there (bare) or every district is drawn: {DIMENSIONS} × {DISTRICTS} on the overview,
{DISTRICTS} on the dimension map. Requests and bytes are counted until the network is silent, web
socket messages before compression. Script is a rerun on the server with warm caches, of every page.
"""
LOAD_HEADINGS = (
    *("households", "page", "visit", "ready s", "min–max", "ratio to bare"),
    *("requests", "received KiB"),
)
SCRIPT_HEADINGS = ("households", "page", "script ms", "min–max")


class Page(NamedTuple):
    """A page: its name, its script, its place in the script's navigation, when it is ready."""

    name: str
    script: Path
    path: str
    is_ready: str

    @property
    def address(self) -> str:
        return f"/{Path(self.path).stem}" if self.path else "/"


PAGES = (
    Page("bare", BARE_SCRIPT, "", "document.body.innerText.includes('A bare page')"),
    Page("overview", DASHBOARD_SCRIPT, "", f"{AREAS_DRAWN}{DIMENSIONS * DISTRICTS}"),
    Page(
        "dimension map",
        DASHBOARD_SCRIPT,
        "pages/situation/dimension_map.py",
        f"{AREAS_DRAWN}{DISTRICTS}",
    ),
)
Loads = Mapping[tuple[Page, str], list[PageLoad]]


def measure_pages(
    scratch: Path, sizes: Iterable[int], runs: int | None, progress: Callable[[str], None]
) -> str:
    """A scratch folder and numbers of households → the report, as Markdown.

    Every load of a round is taken before the next round begins, so that what else the machine
    does meets every page. Raises RuntimeError when a warehouse, server or page fails.
    """
    facts = machine_facts("streamlit", "duckdb", "playwright")
    loads: list[tuple[str, ...]] = []
    scripts: list[tuple[str, ...]] = []
    for households in sizes:
        progress(f"{households:,} households: warehouse")
        province = province_of(scratch, households)
        load_province(province)
        environment = {"KHON_KAEN_DATA": str(province.path)}
        progress(f"{households:,} households: browser")
        loads += _load_rows(f"{households:,}", _measure_loads(environment, runs or RUNS))
        progress(f"{households:,} households: scripts")
        for script, page in ((BARE_SCRIPT, ""), *((DASHBOARD_SCRIPT, p) for p in SECTION_PAGES)):
            scripts.append(_script_row(f"{households:,}", script, str(page), environment))
    return "\n".join([facts, METHOD, table(LOAD_HEADINGS, loads), table(SCRIPT_HEADINGS, scripts)])


def _measure_loads(environment: Mapping[str, str], rounds: int) -> Loads:
    found: defaultdict[tuple[Page, str], list[PageLoad]] = defaultdict(list)
    with (
        StreamlitServer(script=BARE_SCRIPT) as bare,
        StreamlitServer(environment) as dashboard,
        chromium_page() as first_page,
    ):
        browser = first_page.context.browser
        assert browser is not None
        servers = {BARE_SCRIPT: bare, DASHBOARD_SCRIPT: dashboard}
        urls = {page: servers[page.script].url + page.address for page in PAGES}
        for page in PAGES:
            # What a server does only for its first reader is no cost of the page.
            _visit(browser, urls[page], page.is_ready)
        for _ in range(rounds):
            for page in PAGES:
                cold, warm = _visit(browser, urls[page], page.is_ready)
                found[page, "cold"].append(cold)
                found[page, "warm"].append(warm)
    return found


def _visit(browser: Browser, url: str, is_ready: str) -> list[PageLoad]:
    context = browser.new_context(locale="th-TH", viewport={"width": 1366, "height": 768})
    try:
        return [load_page(context, url, is_ready) for _ in range(2)]
    finally:
        context.close()


def _load_rows(households: str, loads: Loads) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for (page, visit), found in loads.items():
        ready, bare = (
            median(load.ready_seconds for load in loads[each, visit]) for each in (page, PAGES[0])
        )
        rows.append(
            (
                households,
                page.name,
                visit,
                *median_and_range((load.ready_seconds for load in found), 2),
                f"{ready / bare:.2f}",
                f"{median(load.requests for load in found):.0f}",
                f"{median(load.received_bytes for load in found) / 1024:,.0f}",
            )
        )
    return rows


def _script_row(
    households: str, script: Path, page: str, environment: Mapping[str, str]
) -> tuple[str, ...]:
    command = (sys.executable, "-m", "benchmarks.script_time", str(script), page)
    milliseconds = json.loads(measure_process(command, environment).answer)
    name = Path(page).stem.replace("_", " ") or script.stem.replace("_", " ")
    return (households, name, *median_and_range(milliseconds, 1))
