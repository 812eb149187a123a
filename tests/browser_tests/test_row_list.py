"""Facts of a long list in a browser: sorting, paging and opening by keyboard, phone, paper."""

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import duckdb
import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from app.access import RESTRICTED
from app.warehouse import QUERIES
from tests.browser import ROOT, StreamlitServer
from tests.browser_tests.faults import watch
from tests.browser_tests.held_answers import HeldAnswers
from tests.browser_tests.test_views import RULES, SIDEWAYS, WIDTHS_PX
from tests.browser_tests.view import codes_in_link, expect_in_link
from tests.published_warehouse import publish_tables

LIST = ".st-key-tested .kk"
ROWS = 1234
DAYS_OPEN = [None if place % 10 == 0 else place * 7 % 500 for place in range(ROWS)]
STATES = ("urgent", "open", "done")
HOUSEHOLDS = """
create table list as
select printf('H%04d', place) as household, $states[1 + place % 3] as state,
    $days[1 + place] as age_days, date '2019-10-01' + cast(place % 300 as integer) as opened,
    'What the officer wrote of the roof, the well and the way to the road' as note
from range($rows) as places (place)
"""
BUILD = """
create table build_info as
select 'listed' as build_id, date '2020-09-30' as as_of_date, true as is_synthetic,
    5 as smallest_denominator
"""


def by_hand(order: str, state: str | None = None) -> list[str]:
    """The households of the list from the top to the end, sorted by days open."""
    turn = -1 if order.startswith("-") else 1

    def place_of(number: int) -> tuple[bool, int, int]:
        days = DAYS_OPEN[number]
        return days is None, turn * (days or 0), number

    kept = [number for number in range(ROWS) if state in (None, STATES[number % 3])]
    return [f"H{number:04d}" for number in sorted(kept, key=place_of)]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page with a list of 1,234 households."""
    data = tmp_path_factory.mktemp("list")
    queries = data / "queries"
    (queries / RESTRICTED).mkdir(parents=True)
    (queries / "build.sql").write_text((QUERIES / "build.sql").read_text("utf-8"), "utf-8")
    question = "from warehouse.list where state = $state or $state is null"
    (queries / RESTRICTED / "tested.sql").write_text(question, "utf-8")
    with duckdb.connect() as tables:
        values = {"rows": ROWS, "states": list(STATES), "days": DAYS_OPEN}
        tables.execute(HOUSEHOLDS, values)
        tables.execute(BUILD)
        publish_tables(data, tables, "listed")
    script = Path(__file__).resolve().parent / "list_page.py"
    environment = {
        "KHON_KAEN_DATA": str(data),
        "TESTED_QUERIES": str(queries),
        "PYTHONPATH": str(ROOT),
    }
    with StreamlitServer(environment, script=script) as server:
        yield server.url


@pytest.fixture
def page(browser: BrowserContext, address: str) -> Iterator[Page]:
    """An empty page; what it asks of another host, or reports as an error, fails its test."""
    with browser.new_page() as page:
        faults = watch(page, address)
        yield page
        assert faults == []


def open_list(page: Page, address: str, codes: str = "lang=en") -> None:
    page.goto(f"{address}/?{codes}")
    expect(page.locator(f"{LIST} tbody tr").first).to_be_visible()
    expect_at_rest(page)


def expect_at_rest(page: Page) -> None:
    expect(page.locator(LIST)).to_have_attribute("aria-busy", "false")
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning"
    )


def expect_rows(page: Page, households: list[str]) -> None:
    expect(page.locator(f"{LIST} tbody th .words")).to_have_text(households)


def control(page: Page, name: str) -> Locator:
    return page.locator(f'{LIST} [data-control="{name}"]')


def head(page: Page, column: str) -> Locator:
    return page.locator(f'{LIST} th[data-column="{column}"]')


def test_the_keyboard_sorts_turns_round_and_keeps_its_place(page: Page, address: str) -> None:
    open_list(page, address)
    expect_rows(page, by_hand("-age_days")[:50])
    expect(head(page, "age_days")).to_have_attribute("aria-sort", "descending")
    control(page, "household").focus()
    page.keyboard.press("Tab")
    expect(control(page, "age_days")).to_be_focused()
    page.keyboard.press("Enter")
    expect_in_link(page, order="age_days", page=None)
    expect_rows(page, by_hand("age_days")[:50])
    expect(head(page, "age_days")).to_have_attribute("aria-sort", "ascending")
    expect(control(page, "age_days")).to_be_focused()


def test_pages_follow_one_another_to_the_end_and_back(page: Page, address: str) -> None:
    open_list(page, address)
    whole = by_hand("-age_days")
    shown = page.locator(f"{LIST} .shown")
    expect(shown).to_have_text("Rows 1–50 of 1,234")
    control(page, "next").press("Enter")
    expect_rows(page, whole[50:100])
    expect(shown).to_have_text("Rows 51–100 of 1,234")
    expect(control(page, "next")).to_be_focused()
    control(page, "last").press("Enter")
    expect_rows(page, whole[1200:])
    expect(shown).to_have_text("Rows 1,201–1,234 of 1,234")
    expect(control(page, "next")).to_have_attribute("aria-disabled", "true")
    control(page, "previous").click()
    expect_rows(page, whole[1150:1200])
    control(page, "size").select_option("500")
    expect_rows(page, whole[:500])
    expect_in_link(page, size="500", page=None)


def test_a_filter_and_a_language_keep_what_they_may(page: Page, address: str) -> None:
    open_list(page, address, "lang=en&page=3&order=age_days")
    page.get_by_role("button", name="Only done").click()
    expect_rows(page, by_hand("age_days", "done")[:50])
    expect_in_link(page, state="done", order="age_days", page=None, lang="en")


def test_a_page_beyond_the_end_is_the_last(page: Page, address: str) -> None:
    open_list(page, address, "lang=th&state=done&page=9999")
    expect_rows(page, by_hand("-age_days", "done")[400:])


def test_an_empty_list_says_so(page: Page, address: str) -> None:
    open_list(page, address, "lang=en&state=nowhere")
    expect(page.locator(f"{LIST} tbody")).to_have_text("Nothing matches what was chosen")
    expect(page.locator(f"{LIST} nav")).to_be_hidden()
    expect(page.locator(f"{LIST} .shown")).to_be_hidden()


def test_a_row_opens_by_keyboard_and_by_a_press_and_stays_a_link(page: Page, address: str) -> None:
    open_list(page, address)
    links = page.locator(f"{LIST} tbody a")
    first, second = by_hand("-age_days")[:2]
    expect(links.first).to_have_attribute("href", re.compile(rf"^household\?.*household={first}$"))
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"opened {second}")).to_be_visible()
    page.locator(f"{LIST} [data-row={first}] td").first.click()
    expect(page.get_by_text(f"opened {first}")).to_be_visible()
    with page.context.expect_page() as beside:
        links.first.click(modifiers=["ControlOrMeta"])
    assert f"household={first}" in beside.value.url
    beside.value.close()


def test_choices_made_before_the_answer_are_all_kept(page: Page, address: str) -> None:
    answers = HeldAnswers(page)
    open_list(page, address)
    answers.hold()
    control(page, "opened").click()
    control(page, "next").click()
    control(page, "next").click()
    answers.wait_for("order=-opened")
    answers.release()
    expect_in_link(page, order="-opened", page="3")
    expect_at_rest(page)
    expect(page.locator(f"{LIST} .shown")).to_have_text("Rows 101–150 of 1,234")
    expect(head(page, "opened")).to_have_attribute("aria-sort", "descending")
    assert codes_in_link(page) == {"lang": "en", "order": "-opened", "page": "3"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width_px", WIDTHS_PX)
def test_a_list_is_readable_at_every_width(
    page: Page, address: str, scheme: Literal["light", "dark"], width_px: int
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width_px, "height": 900})
    open_list(page, address, "lang=th&size=25")
    assert page.evaluate(SIDEWAYS) == []
    found = Axe().run(page, context={"include": [[LIST]]}, options=RULES)
    assert found.response["violations"] == []
    page.screenshot(path=ROOT / "screenshots" / f"row_list_{scheme}_{width_px}.png")


def test_a_list_on_a_phone_says_what_each_line_is(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    open_list(page, address)
    label = page.locator(f"{LIST} tbody tr").first.locator("td.number")
    assert "Days open" in label.evaluate("cell => getComputedStyle(cell, '::before').content")
    expect(control(page, "age_days")).to_be_visible()
    expect(page.get_by_role("rowheader").first).to_be_visible()


def drawn_once(sheet: bytes) -> set[bytes]:
    """What a sheet of a PDF says in one place only: typeface and signs of each text."""
    found = Counter(
        b" ".join(re.findall(rb"/F\d+|<[0-9A-F]+>", drawn))
        for drawn in re.findall(rb"\bBT\b.*?\bET\b", sheet, re.DOTALL)
    )
    return {text for text, times in found.items() if times == 1}


def sheets_of(paper: bytes) -> list[bytes]:
    """A PDF → what is drawn on each of its sheets that has text."""
    streams = re.findall(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", paper, re.DOTALL)
    drawn = [zlib.decompressobj().decompress(stream) for stream in streams]
    return [sheet for sheet in drawn if b"\nBT\n" in sheet]


def test_the_heads_stand_on_every_sheet_of_paper(page: Page, address: str) -> None:
    open_list(page, address, "lang=en&size=100")
    sheets = sheets_of(page.pdf(format="A4"))
    assert len(sheets) > 2
    assert (
        len(set.intersection(*map(drawn_once, sheets))) >= page.locator(f"{LIST} thead th").count()
    )


def test_paper_has_the_rows_and_no_buttons(page: Page, address: str) -> None:
    open_list(page, address, "lang=en&size=100")
    page.emulate_media(media="print")
    expect(page.locator(f"{LIST} nav")).to_be_hidden()
    expect(page.locator(f"{LIST} thead")).to_have_css("display", "table-header-group")
    expect(page.locator(f"{LIST} tbody tr").first).to_have_css("break-inside", "avoid")
    expect(control(page, "age_days")).to_be_hidden()
    expect(head(page, "age_days").get_by_text("Days open").last).to_be_visible()


def test_the_workbook_holds_what_the_filter_leaves_in_order(page: Page, address: str) -> None:
    open_list(page, address, "lang=en&state=done&order=age_days&page=2")
    with page.expect_download() as handed:
        page.get_by_role("button", name="XLSX").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(handed.value.path()).read_bytes()))
    codes = [cell.value for cell in book.worksheets[0]["A"]]
    assert codes == ["Household", *by_hand("age_days", "done")]
