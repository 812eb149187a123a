"""Every indicator is used: the pages it names are there, and speak of it or of its family."""

import ast
import re
from pathlib import Path

import pytest

from etl.declaration import Declaration, read_declarations

ROOT = Path(__file__).resolve().parents[2]
SCALES = (ROOT / "app" / "scales.toml").read_text("utf-8")
BUILT = {
    path.relative_to(ROOT / "pages").with_suffix("").as_posix()
    for path in (ROOT / "pages").rglob("*.py")
}


def is_listed(page: str, declaration: Declaration) -> bool:
    """Does a page that takes its indicators from a list take this one?"""
    if page == "situation/dimension_map":
        return f'"{declaration.indicator}"' in SCALES
    return (
        page == "districts/compare"
        and declaration.unit == "pct"
        and declaration.direction != "none"
        and "all" in declaration.groups
    )


def module_path(name: str) -> Path | None:
    """app.map.board → its file; None for a module that is not of the app."""
    path = ROOT.joinpath(*name.split("."))
    found = [each for each in (path.with_suffix(".py"), path / "__init__.py") if each.is_file()]
    return found[0] if found and name.startswith("app") else None


def reached(page: Path) -> set[Path]:
    """A page → itself and every module of the app that it stands on."""
    found, left = {page}, [page]
    while left:
        for node in ast.walk(ast.parse(left.pop().read_text("utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
            elif isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            for path in filter(None, map(module_path, names)):
                if path not in found:
                    found.add(path)
                    left.append(path)
    return found


def speaks_of(page: str, indicator: str, family: str) -> bool:
    """Does a page name the indicator, or a family of indicators that it belongs to?"""
    text = "\n".join(path.read_text("utf-8") for path in reached(ROOT / "pages" / f"{page}.py"))
    return re.search(rf"\b{indicator}\b|\"{family}\"|\}}_{family}\b", text) is not None


@pytest.mark.parametrize("declaration", read_declarations(), ids=lambda each: each.indicator)
def test_an_indicator_names_pages_that_use_it(declaration: Declaration) -> None:
    assert set(declaration.pages) <= BUILT
    for page in declaration.pages:
        assert is_listed(page, declaration) or speaks_of(
            page, declaration.indicator, declaration.family
        ), page


def test_a_page_that_does_not_speak_of_an_indicator_is_noticed() -> None:
    assert not speaks_of("situation/overview", "rainfall_mm", "weather")
    assert speaks_of("situation/overview", "education_helped", "helped")
