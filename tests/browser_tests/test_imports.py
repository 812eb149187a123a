"""Facts of importing files and of new builds, in a browser on a data folder of its own."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import StreamlitServer
from tests.browser_tests.faults import watch
from tests.browser_tests.test_views import OWN_MARKUP, RULES, SIDEWAYS
from tests.browser_tests.view import CHANGES, DIMENSION_MAP, IMPORTS, expect_view, open_view
from tests.command import run_command
from tests.data_folders import loaded_small
from tests.income_files import write_incomes

WORK_MS = 120_000
NEW_BUILD_MS = 10_000


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that these tests may change."""
    return shutil.copytree(loaded_small(), tmp_path_factory.mktemp("imports") / "data")


@pytest.fixture(scope="module")
def origin(data: Path) -> Iterator[str]:
    with StreamlitServer({"KHON_KAEN_DATA": str(data)}) as server:
        yield server.url


def serving(data: Path) -> str:
    pointer = json.loads((data / "warehouse" / "current.json").read_text("utf-8"))
    return str(pointer["build_id"])


def check(page: Page, *files: Path) -> None:
    """Files are chosen on the page and tried."""
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Check the files").click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click(timeout=WORK_MS)


def expect_sound(page: Page) -> None:
    """Nothing of ours runs out sideways on a phone or keeps anybody out."""
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate(SIDEWAYS) == []
    present = [[part] for part in OWN_MARKUP if page.locator(part).count()]
    found = Axe().run(page, context={"include": present}, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 1366, "height": 768})


def test_a_good_file_is_tried_applied_compared_and_taken_back(
    page: Page, origin: str, data: Path, tmp_path: Path
) -> None:
    before = serving(data)
    open_view(page, origin, IMPORTS, lang="en")
    check(page, write_incomes(data, tmp_path / "incomes_2563.csv", "90000"))
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Import this")).to_be_visible(timeout=WORK_MS)
    expect(page.locator(".kk_changes .file")).to_contain_text("Incomes · 26 rows read, 26 taken")
    expect(page.get_by_text("Income below the line → Income at or above")).to_be_visible()
    expect_sound(page)
    assert serving(data) == before
    press(page, "Import this")
    expect(page.get_by_text("Done. The dashboard shows")).to_be_visible(timeout=WORK_MS)
    after = serving(data)
    assert after != before
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator(".st-key-changes_list tbody tr").first).to_be_visible(timeout=WORK_MS)
    expect_view(page, CHANGES)
    expect_sound(page)

    open_view(page, origin, IMPORTS, lang="en")
    page.locator(".st-key-imports_list tbody tr").filter(has_text="incomes_2563.csv").click()
    page.get_by_label("Reason").fill("sent by mistake")
    page.get_by_label("Name and position").fill("District officer")
    press(page, "See what changes if it is taken back")
    press(page, "Take the file back")
    expect(page.get_by_text("Done. The dashboard shows")).to_be_visible(timeout=WORK_MS)
    press(page, "Import other files")
    row = page.locator(".st-key-imports_list tbody tr").filter(has_text="incomes_2563.csv")
    expect(row).to_contain_text("Taken back")
    expect(row).to_contain_text("sent by mistake")


def test_bad_rows_are_listed_with_what_to_do_and_nothing_is_received_before(
    page: Page, origin: str, data: Path, tmp_path: Path
) -> None:
    before, jobs = serving(data), set((data / "imports").glob("*"))
    open_view(page, origin, IMPORTS, lang="en")
    check(page, write_incomes(data, tmp_path / "bad.csv", "plenty"))
    expect(page.get_by_text("26 rows are refused")).to_be_visible(timeout=WORK_MS)
    expect(page.locator(".kk_changes.tall tbody tr").first).to_contain_text("Write digits only")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download all refused rows").click()
    assert len(Path(download.value.path()).read_text("utf-8-sig").splitlines()) == 27
    press(page, "Cancel")
    expect(page.get_by_role("button", name="Check the files")).to_be_visible()
    assert serving(data) == before
    assert set((data / "imports").glob("*")) == jobs


def test_a_broken_file_is_refused_with_a_sentence(
    page: Page, origin: str, data: Path, tmp_path: Path
) -> None:
    before = serving(data)
    (tmp_path / "letter.docx").write_bytes(b"\x00\x01 no table")
    open_view(page, origin, IMPORTS)
    page.locator("input[type=file]").set_input_files([tmp_path / "letter.docx"])
    page.get_by_role("button", name="ตรวจไฟล์").click()
    expect(page.get_by_text("ไม่รับไฟล์ letter.docx")).to_be_visible(timeout=WORK_MS)
    expect_sound(page)
    press(page, "เลือกไฟล์อื่น")
    expect(page.get_by_role("button", name="ตรวจไฟล์")).to_be_disabled()
    assert serving(data) == before


def test_an_open_page_shows_another_build_by_itself_and_stays_where_it_is(
    browser: BrowserContext, origin: str, data: Path, tmp_path: Path
) -> None:
    older = serving(data)
    sent = write_incomes(data, tmp_path / "later.csv", "12345")
    assert run_command(data, "load", sent).code == 0
    newer = serving(data)
    with browser.new_page() as page:
        faults = watch(page, origin)
        open_view(page, origin, DIMENSION_MAP, lang="en", district="4007")
        expect(page.locator(".kk_source")).to_contain_text(newer)
        page.evaluate("window.stays = true")
        page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 200)")
        assert run_command(data, "use", older).code == 0
        expect(page.locator(".kk_source")).to_contain_text(older, timeout=NEW_BUILD_MS)
        assert page.evaluate("window.stays")
        assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 200
        assert "district=4007" in page.url
        assert faults == []


def test_refused_rows_come_back_as_the_officer_s_own_workbook(
    page: Page, origin: str, data: Path, tmp_path: Path
) -> None:
    open_view(page, origin, IMPORTS, lang="en")
    check(page, write_incomes(data, tmp_path / "wrong.csv", "plenty"))
    with page.expect_download(timeout=WORK_MS) as download:
        press(page, "Download the refused rows to mend")
    assert download.value.suggested_filename.startswith("wrong_")
    download.value.save_as(tmp_path / "refused.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "refused.xlsx").worksheets[0]
    column = [cell.value for cell in sheet[1]].index("income_baht_per_person_year")
    assert {sheet.cell(row, column + 1).value for row in range(2, 28)} == {"plenty"}
    assert "Write digits only" in sheet.cell(2, column + 1).comment.text
    press(page, "Cancel")


def test_headers_of_an_agency_s_own_are_matched_once_and_read_ever_after(
    page: Page, origin: str, data: Path, tmp_path: Path
) -> None:
    sent = write_incomes(data, tmp_path / "own_layout.csv", "40000")
    text = sent.read_text("utf-8").replace("household_id", "เลขบ้าน", 1)
    sent.write_text(text.replace("recorded_date", "วันบันทึก", 1), "utf-8")
    open_view(page, origin, IMPORTS, lang="en")
    check(page, sent)
    expect(page.get_by_text("Match the headers")).to_be_visible(timeout=WORK_MS)
    expect_sound(page)
    for column, header in (("household_id", "เลขบ้าน"), ("recorded_date", "วันบันทึก")):
        page.get_by_role("combobox", name=column).click()
        page.get_by_role("option", name=header, exact=True).click()
    press(page, "Save the layout and check the file again")
    expect(page.get_by_text("Give the layout a name.")).to_be_visible()
    page.get_by_label("Name of the layout").fill("แบบของอำเภอ")
    press(page, "Save the layout and check the file again")
    expect(page.locator(".kk_changes .file")).to_contain_text("26 rows read", timeout=WORK_MS)
    press(page, "Cancel")
    check(page, sent)
    expect(page.locator(".kk_changes .file")).to_contain_text("แบบของอำเภอ", timeout=WORK_MS)
