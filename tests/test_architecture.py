"""The rules of the house that a reader relies on, held by reading every file."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYTHON_FOLDERS = ("app", "benchmarks", "etl", "geo", "pages", "tests")
PAGE_MAY_IMPORT = {"app", "streamlit", "pandas"} | set(sys.stdlib_module_names)
GEOGRAPHY_LIBRARIES = {"geopandas", "shapely"}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers"}
PAGE_LINES_AT_MOST = 90
RESTRICTED_QUERY = re.compile(r"households/")

# Prose begins with "Select", so the capitalised word is left alone.
SQL_STATEMENT = re.compile(r"\b(select|SELECT)\b.+?\b(from|FROM)\s+[\w.\"$?]+", re.DOTALL)
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})(?![\w-])")
STYLE_ELEMENT = re.compile(r"<style", re.IGNORECASE)
EXACT_PIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(\[[a-z0-9,_-]+\])?==[0-9][A-Za-z0-9.]*")
QUOTED_OR_COMMENT = re.compile(r"'[^']*'|\"[^\"]*\"|--[^\n]*|/\*.*?\*/", re.DOTALL)


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def every_python_file() -> list[Path]:
    return [*sorted(ROOT.glob("*.py")), *python_files(*PYTHON_FOLDERS)]


def sql_files() -> list[Path]:
    return sorted(path for folder in PYTHON_FOLDERS for path in (ROOT / folder).rglob("*.sql"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_packages(source: str, own_package: str = "") -> set[str]:
    """Top-level packages that a source imports, at any depth of the code, also by name."""
    return {name.partition(".")[0] for name in _imported_names(source, own_package)}


def _imported_names(source: str, own_package: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(level=0, module=str(module)):
                yield module
            case ast.ImportFrom():
                yield own_package
            case ast.Call(
                func=ast.Attribute(attr="import_module" | "__import__")
                | ast.Name(id="import_module" | "__import__"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                yield module


def texts(source: str) -> list[str]:
    """Every string of a source without docstrings; the fields of an f-string become `x`."""
    tree = ast.parse(source)
    # A statement that is only a string is a docstring, and tells a reader, not the program.
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent.update(id(part) for part in node.values)
            found.append("".join(_plain(part) for part in node.values))
        elif isinstance(node, ast.Constant) and id(node) not in silent:
            found.append(_plain(node))
    return found


def _plain(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "x"


def files_importing(folders: tuple[str, ...], forbidden: set[str]) -> list[str]:
    return [
        f"{shown(path)} imports {', '.join(sorted(found))}"
        for path in python_files(*folders)
        if (found := imported_packages(path.read_text("utf-8"), folders[0]) & forbidden)
    ]


def pages_holding(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{shown(path)}: {text.strip()[:60]}"
        for path in python_files("pages")
        for text in texts(path.read_text("utf-8"))
        if pattern.search(text)
    ]


def test_pages_import_only_app_streamlit_pandas_and_the_standard_library() -> None:
    wrong = [
        f"{shown(path)} imports {', '.join(sorted(foreign))}"
        for path in python_files("pages")
        if (foreign := imported_packages(path.read_text("utf-8"), "pages") - PAGE_MAY_IMPORT)
    ]
    assert wrong == []


def test_app_never_imports_etl_geo_or_pages() -> None:
    assert files_importing(("app",), {"etl", "geo", "pages"}) == []


@pytest.mark.parametrize("folder", ["etl", "geo"])
def test_etl_and_geo_never_import_the_screen(folder: str) -> None:
    assert files_importing((folder,), {"streamlit", "plotly", "app", "pages"}) == []


def test_geography_libraries_stay_in_geo() -> None:
    elsewhere = ("app", "benchmarks", "etl", "pages")
    assert files_importing(elsewhere, GEOGRAPHY_LIBRARIES) == []
    for path in ROOT.glob("*.py"):
        assert not imported_packages(path.read_text("utf-8")) & GEOGRAPHY_LIBRARIES, shown(path)


def test_only_the_warehouse_opens_duckdb_in_app() -> None:
    wrong = [line for line in files_importing(("app",), {"duckdb"})]
    assert [line for line in wrong if not line.startswith("app/warehouse.py ")] == []


def test_only_files_named_charts_know_of_plotly() -> None:
    wrong = files_importing(("app", "pages"), {"plotly"})
    assert [line for line in wrong if not line.partition(" ")[0].endswith("/charts.py")] == []


def test_the_start_script_needs_only_the_standard_library() -> None:
    source = (ROOT / "run.py").read_text("utf-8")
    assert imported_packages(source) - set(sys.stdlib_module_names) == set()


def test_every_page_belongs_to_a_section() -> None:
    assert [shown(path) for path in (ROOT / "pages").glob("*.py")] == []


def test_every_page_fits_on_a_reader_s_screen() -> None:
    lengths = {
        shown(path): len(path.read_text("utf-8").splitlines()) for path in python_files("pages")
    }
    assert {page: n for page, n in lengths.items() if n > PAGE_LINES_AT_MOST} == {}


def test_no_file_name_says_nothing() -> None:
    assert [shown(path) for path in every_python_file() if path.stem in EMPTY_NAMES] == []


def test_every_query_of_the_screen_is_asked_for_by_name() -> None:
    queries = {path.stem for path in (ROOT / "app" / "queries").rglob("*.sql")}
    asked = {
        text for path in python_files("app", "pages") for text in texts(path.read_text("utf-8"))
    }
    assert queries - asked == set()


def test_only_the_access_names_queries_of_single_households() -> None:
    wrong = [
        f"{shown(path)}: {text}"
        for path in python_files("app", "pages")
        if path != ROOT / "app" / "access.py"
        for text in texts(path.read_text("utf-8"))
        if RESTRICTED_QUERY.match(text)
    ]
    assert wrong == []


def test_pages_hold_no_sql() -> None:
    assert pages_holding(SQL_STATEMENT) == []


def test_pages_hold_no_colour() -> None:
    assert pages_holding(HEX_COLOUR) == []


def test_pages_hold_no_style_element() -> None:
    assert pages_holding(STYLE_ELEMENT) == []


def test_no_style_sheet_holds_what_a_browser_s_sanitiser_takes_for_an_element() -> None:
    """st.html drops a style sheet with such a sign in it as a whole, and says nothing."""
    sheets = sorted((ROOT / "app").rglob("*.css"))
    assert sheets
    assert [shown(path) for path in sheets if "<" in path.read_text("utf-8")] == []


def test_every_sql_file_begins_with_what_it_holds() -> None:
    wrong = []
    for path in sql_files():
        opening = "-- fact:" if path.parent == ROOT / "etl" / "checks" else "-- grain:"
        if not path.read_text("utf-8").startswith(opening + " "):
            wrong.append(f"{shown(path)} does not begin with `{opening} `")
    assert wrong == []


def test_sql_is_lower_case_outside_quotes_and_comments() -> None:
    wrong = []
    for path in sql_files():
        code = QUOTED_OR_COMMENT.sub("", path.read_text("utf-8"))
        if capital := re.search(r"\w*[A-Z]\w*", code):
            wrong.append(f"{shown(path)}: {capital.group()}")
    assert wrong == []


def test_every_requirement_is_an_exact_pin() -> None:
    wrong = [
        f"{path.name}: {line}"
        for path in sorted(ROOT.glob("requirements*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line != "-r requirements.txt" and not EXACT_PIN.fullmatch(line)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "packages"),
    [
        ("import etl.build as b", {"etl"}),
        ("from geo.build import areas", {"geo"}),
        ("def f():\n    from plotly import express", {"plotly"}),
        ("from . import charts", {"app"}),
        ("import importlib\nimportlib.import_module('etl.build')", {"importlib", "etl"}),
        ("__import__('duckdb')", {"duckdb"}),
        ("text = 'import etl'", set()),
    ],
)
def test_an_import_is_seen_wherever_it_stands(source: str, packages: set[str]) -> None:
    assert imported_packages(source, "app") == packages


@pytest.mark.parametrize(
    ("source", "pattern", "is_found"),
    [
        ("q = 'select value from mart_indicator'", SQL_STATEMENT, True),
        ("q = f'SELECT * FROM {table} where a = 1'", SQL_STATEMENT, True),
        ("q = 'with a as (\\nselect 1\\nfrom b)'", SQL_STATEMENT, True),
        ("t = 'Select a district from the list'", SQL_STATEMENT, False),
        ("'''select one from these'''", SQL_STATEMENT, False),
        ("c = '#1f77b4'", HEX_COLOUR, True),
        ("c = f'color: #fff; width: {w}px'", HEX_COLOUR, True),
        ("t = 'issue #12'", HEX_COLOUR, False),
        ("link = '#face-value'", HEX_COLOUR, False),
        ("h = '<STYLE>p {}</STYLE>'", STYLE_ELEMENT, True),
    ],
)
def test_a_forbidden_text_is_seen_in_any_string(
    source: str, pattern: re.Pattern[str], is_found: bool
) -> None:
    assert any(pattern.search(text) for text in texts(source)) is is_found


@pytest.mark.parametrize("line", ["pandas", "pandas>=3", "pandas==3.*", "pandas==3.1.1 ; x", ""])
def test_a_loose_requirement_is_not_a_pin(line: str) -> None:
    assert not EXACT_PIN.fullmatch(line)
