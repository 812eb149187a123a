"""Facts of names of files from outside."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.file_names import BYTES_AT_MOST, safe_name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("ครัวเรือน 2563.xlsx", "ครัวเรือน 2563.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\data\\help.csv", "help.csv"),
        ("..", "file"),
        ("", "file"),
        (".hidden.csv", "hidden.csv"),
        ("~$help.xlsx", "help.xlsx"),
        ("con.csv", "_con.csv"),
        ("a\x00b\n.csv", "ab.csv"),
        ("gnp\u202evsc.csv", "gnpvsc.csv"),
        ("a:b?.csv", "a_b_.csv"),
    ],
)
def test_a_name_keeps_its_look_and_loses_what_steers(given_name: str, name: str) -> None:
    assert safe_name(given_name) == name


def test_two_files_of_one_name_stay_two() -> None:
    assert safe_name("help.csv", {"help.csv"}) == "help (2).csv"
    assert safe_name("help.csv", {"help.csv", "help (2).csv"}) == "help (3).csv"


@given(st.text(max_size=400), st.sets(st.sampled_from(["file", "a.csv", "file (2)"])))
def test_any_name_is_one_that_a_folder_takes(given_name: str, taken: set[str]) -> None:
    name = safe_name(given_name, taken)
    assert name not in taken
    assert Path(name).name == name not in ("", ".", "..")
    assert 0 < len(name.encode()) <= BYTES_AT_MOST
    assert not any(unicodedata.category(sign).startswith("C") for sign in name)
    assert not name.startswith((".", "~$"))
