"""Deliberately ugly files: each loads as the plain table does, or is refused as its name says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from etl.sources.broken_file import BrokenFileError
from etl.sources.recognise import recognise
from etl.sources.record_refusal import LANGUAGES, refusal_words
from tests.command import ROOT
from tests.record_files import RecordFiles
from tests.ugly_files.every_file import UGLY_FILES
from tests.ugly_files.plain_tables import PLAIN

REFUSED_ROW = re.compile(r"refused_row_(\d+)_(\w+)")


def ending_in(expectation: str) -> list[str]:
    """The names of files that end so."""
    return [name for name in UGLY_FILES if name.split("__")[1].startswith(expectation)]


def placed(name: str, folder: Path) -> tuple[str, Path]:
    """An ugly file → its source and where it now lies."""
    path = folder / name
    path.write_bytes(UGLY_FILES[name]())
    return name.split("__", maxsplit=1)[0], path


def read(name: str, folder: Path) -> RecordFiles:
    """An ugly file, recognised and read."""
    source, path = placed(name, folder)
    assert recognise(path) == source
    files = RecordFiles(folder)
    files.receive(source, path)
    files.read()
    return files


def loaded(files: RecordFiles, source: str) -> list[tuple[object, ...]]:
    """The records of a source that were loaded, in order of their key."""
    names, _ = PLAIN[source]
    return files.rows(f"select {', '.join(names)} from raw_{source} order by {names[0]}")


@pytest.mark.parametrize("name", ending_in("loads"))
def test_it_loads_as_the_plain_table_does(name: str, tmp_path: Path) -> None:
    files = read(name, tmp_path)
    source = name.split("__", maxsplit=1)[0]
    assert files.rejects() == []
    assert loaded(files, source) == list(PLAIN[source][1])


@pytest.mark.parametrize("name", ending_in("refused_row"))
def test_one_row_of_it_is_refused_and_the_others_load(name: str, tmp_path: Path) -> None:
    files = read(name, tmp_path)
    source, expectation = name.split("__")[:2]
    found = REFUSED_ROW.fullmatch(expectation)
    assert found is not None
    row, rule = int(found[1]), found[2]
    assert [(each[1], each[3]) for each in files.rejects()] == [(row, rule)]
    others = [record for place, record in enumerate(PLAIN[source][1], 2) if place != row]
    assert loaded(files, source) == others


@pytest.mark.parametrize("name", ending_in("refused_file"))
def test_all_of_it_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenFileError) as refused:
        read(name, tmp_path)
    reason = name.split("__")[1].removeprefix("refused_file_")
    for language in LANGUAGES:
        sentence = re.sub(r"\\{\w+\\}", ".*", re.escape(refusal_words(language)["file"][reason]))
        assert re.fullmatch(sentence, getattr(refused.value, f"message_{language}"), re.DOTALL)


def test_the_script_writes_them_all(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ugly_files", str(tmp_path / "ugly")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert {path.name for path in (tmp_path / "ugly").iterdir()} == set(UGLY_FILES)
    assert len(UGLY_FILES) > 45
