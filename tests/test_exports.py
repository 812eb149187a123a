"""No file that leaves the product runs a formula in the spreadsheet of its reader."""

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WRITES = re.compile(r"csv\.(?:Dict)?[wW]riter\(|\.to_csv\(|\.to_excel\(|Workbook\(|format csv")
FORMULA = re.compile(r"[=+@\t\r]|-(?!\d)")
# Each writer → the tests that show how it writes a cell that begins like a formula.
EXPORTS = {
    "app/intake/refused_file.py": "tests/app/test_panels.py",
    "app/panels.py": "tests/app/test_panels.py",
    "app/rows/workbook.py": "tests/app/rows/test_workbook.py",
    "etl/refused_workbook.py": "tests/etl/test_refused_workbook.py",
    "etl/rejects.py": "tests/etl/test_rejects.py",
}
# What it writes is made up by the product; that none of it looks like a formula is shown below.
GENERATED = {"etl/demo/writer.py"}
# Files that the product writes for itself and reads back: a changed cell would be another one.
OWN_FILES = {
    "etl/decisions.py",
    "etl/mappings.py",
    "etl/inbox.py",
    "etl/demo/tpmap_figures.py",
    "etl/demo/tpmap_files.py",
    "etl/demo/tpmap_table.py",
}


def writers() -> set[str]:
    """Every module of the product that writes a table into a file."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in ("app", "etl", "pages")
        for path in (ROOT / folder).rglob("*.py")
        if WRITES.search(path.read_text("utf-8"))
    }


def test_every_writer_of_tables_is_known() -> None:
    assert writers() <= EXPORTS.keys() | GENERATED | OWN_FILES
    assert EXPORTS.keys() | GENERATED <= writers()


@pytest.mark.parametrize("tests", EXPORTS.values())
def test_every_export_is_tested_with_a_formula(tests: str) -> None:
    assert re.search(r"\"[^\"]*=\w", (ROOT / tests).read_text("utf-8"))


def test_no_cell_of_the_demo_begins_like_a_formula(sample_sources: Path) -> None:
    for path in sample_sources.glob("*/*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = (cell for row in csv.reader(file) for cell in row)
            assert not any(FORMULA.match(cell) for cell in cells), path.name
