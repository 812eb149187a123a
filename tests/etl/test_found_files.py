"""Facts of what counts as a data file."""

import hashlib
from pathlib import Path

import pytest

from etl.found_files import found_files, sha256_sums


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(path.name.encode())
    return path


def test_a_folder_gives_its_files_at_any_depth_in_order_of_name(tmp_path: Path) -> None:
    expected = [put(tmp_path / name) for name in ("a/2.csv", "a/b/1.xlsx", "c.csv")]
    assert found_files([tmp_path]) == expected


@pytest.mark.parametrize(
    "name",
    [".hidden.csv", ".git/x.csv", "~$open.xlsx", "README", "readme.txt", "notes.MD", "Thumbs.db"],
)
def test_what_is_no_data_is_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path / name)
    assert found_files([tmp_path]) == []


def test_a_file_named_itself_is_taken_whatever_its_name(tmp_path: Path) -> None:
    path = put(tmp_path / "README.md")
    assert found_files([path]) == [path]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    path = put(tmp_path / "a.csv")
    assert found_files([path, tmp_path, tmp_path / "b" / ".." / "a.csv"]) == [path]


def test_a_hidden_folder_above_does_not_hide_its_files(tmp_path: Path) -> None:
    path = put(tmp_path / ".cache" / "needs.csv")
    assert found_files([tmp_path / ".cache"]) == [path]


def test_sums_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    paths = [put(tmp_path / f"{number}.csv") for number in range(20)]
    assert sha256_sums(paths) == [hashlib.sha256(p.read_bytes()).hexdigest() for p in paths]
