"""Whatever a file is called, it is received under a name that every system takes and shows."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.file_name import MOST_BYTES, plain_name, stored_name
from tests.agency_files import loaded_agencies, marks, write_agencies
from tests.command import run_command

THAI_OF_255_BYTES = "ก" * 83 + "x.csv"
NAMES = [
    "CON.csv",
    "..csv",
    "-rf.csv",
    "agencies\nTraceback.csv",
    "agencies\u202evsc.exe.csv",
    "agencies\u200b.csv",
    "a'; drop table agency;--.csv",
    "=cmd|calc.csv",
    "{file_name}%s.csv",
    os.fsdecode(b"agencies\xff\xfe.csv"),
    THAI_OF_255_BYTES + "y" * (255 - len(THAI_OF_255_BYTES.encode())),
]


def test_files_of_every_name_are_received_once(tmp_path: Path) -> None:
    data = shutil.copytree(loaded_agencies(), tmp_path / "data")
    folder = tmp_path / "sent"
    for number, name in enumerate(NAMES):
        write_agencies(folder / name, f"load{number}")
    paths = [folder / name for name in NAMES]
    answer = run_command(data, "load", "--", *paths)
    assert answer.code == 0, answer.progress
    assert f"New files received: {len(NAMES)}" in answer.out
    assert not set("\u202e\u200b") & set(answer.out + answer.progress)
    kept = list((data / "inbox" / "agencies").iterdir())
    assert len(kept) == 1 + len(NAMES)
    assert all(path.name.isprintable() and len(path.name.encode()) < 240 for path in kept)
    assert marks(data) == {f"load{len(NAMES) - 1}"}
    again = run_command(data, "load", "--", *paths)
    assert "There is nothing new" in again.out


@pytest.mark.parametrize("name", ["\n", "\u202e", "", "   "])
def test_a_name_of_nothing_seen_is_a_name(name: str) -> None:
    assert plain_name(name) == "file"


@given(name=st.text(max_size=300))
def test_a_stored_name_is_short_printable_and_no_path(name: str) -> None:
    stored = stored_name(name)
    assert stored
    assert len(stored.encode()) <= MOST_BYTES
    assert not set('/\\:*?"<>|\n\0') & set(stored)
    assert stored_name(stored) == stored.strip() or len(stored.encode()) > 190


def test_an_ordinary_name_stays_as_it_is() -> None:
    assert stored_name("ครัวเรือน, ชุดที่ 1.xlsx") == "ครัวเรือน, ชุดที่ 1.xlsx"
