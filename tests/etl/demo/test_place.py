"""Facts of the folder a synthetic province-year is put in."""

import json
from pathlib import Path

import pytest

from etl.demo import place
from etl.demo.place import NotADemoError, place_demo

SOURCES = 16


def silent(_part: str) -> None:
    pass


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_source_and_tpmap_has_its_folder_and_the_mark_says_how(tmp_path: Path) -> None:
    place_demo(tmp_path / "demo", 26, 7, silent)
    folders = [path for path in (tmp_path / "demo").iterdir() if path.is_dir()]
    assert len(folders) == SOURCES
    mark = json.loads((tmp_path / "demo" / "demo.json").read_text("utf-8"))
    assert mark == {"households": 26, "seed": 7}


def test_the_same_seed_gives_the_same_bytes_in_the_place_of_the_older_demo(tmp_path: Path) -> None:
    place_demo(tmp_path / "demo", 26, 7, silent)
    first = contents(tmp_path / "demo")
    place_demo(tmp_path / "demo", 26, 8, silent)
    assert contents(tmp_path / "demo") != first
    place_demo(tmp_path / "demo", 26, 7, silent)
    assert contents(tmp_path / "demo") == first
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "governor.txt").write_text("dear governor")
    with pytest.raises(NotADemoError):
        place_demo(tmp_path / "letters", 26, 7, silent)
    assert contents(tmp_path / "letters") == {"governor.txt": b"dear governor"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    place_demo(tmp_path / "empty", 26, 7, silent)
    assert (tmp_path / "empty" / "households" / "households.csv").is_file()


def test_a_failed_demo_leaves_the_older_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_demo(tmp_path / "demo", 26, 7, silent)
    before = contents(tmp_path / "demo")

    def full_disk(_folder: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(place, "write_tpmap_files", full_disk)
    with pytest.raises(OSError, match="disk full"):
        place_demo(tmp_path / "demo", 26, 8, silent)
    assert contents(tmp_path / "demo") == before
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_what_a_killed_demo_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".demo.new" / "households").mkdir(parents=True)
    place_demo(tmp_path / "demo", 26, 7, silent)
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_progress_names_every_part_once(tmp_path: Path) -> None:
    told: list[str] = []
    place_demo(tmp_path / "demo", 26, 7, told.append)
    assert told == list(place.PARTS)
