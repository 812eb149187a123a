"""Every module and every public name of the product says what it is."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("app", "etl", "geo")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def undocumented(source: str) -> list[str]:
    """The public functions and classes of a source without a docstring, and the source itself."""
    tree = ast.parse(source)
    whole = ["the module"] if tree.body and ast.get_docstring(tree) is None else []
    return whole + [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and ast.get_docstring(node) is None
    ]


def test_every_module_and_every_public_name_says_what_it_is() -> None:
    silent = [
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in SOURCES
        for name in undocumented(path.read_text("utf-8"))
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("", []),
        ('"""A module."""', []),
        ("def f() -> None: ...", ["the module", "f"]),
        ('"""M."""\ndef _f() -> None: ...\nclass C: ...', ["C"]),
        ('"""M."""\nasync def f() -> None:\n    """Does."""', []),
    ],
)
def test_what_has_no_docstring_is_seen(source: str, names: list[str]) -> None:
    assert undocumented(source) == names
