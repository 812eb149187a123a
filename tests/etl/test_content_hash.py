"""Facts of the number that says what a build is made of."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from etl.content_hash import content_hash
from etl.data_folder import ROOT
from tests.received import NOON, received

FIRST = received("needs", "october.csv")
SECOND = received("needs", "november.csv", NOON + timedelta(days=1))
OTHER = received("help", "help.csv", NOON + timedelta(days=2))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project to change."""
    for name in ("etl/core/need.sql", "etl/mart.py", "data/reference/claims.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "requirements.txt", tmp_path / "requirements.txt")
    return tmp_path


def test_files_listed_in_another_order_are_the_same() -> None:
    assert content_hash([FIRST, SECOND, OTHER]) == content_hash([OTHER, SECOND, FIRST])


def test_files_received_at_another_time_in_the_same_order_are_the_same() -> None:
    later = [replace(file, received_at=file.received_at + timedelta(9)) for file in (FIRST, SECOND)]
    assert content_hash([FIRST, SECOND]) == content_hash(later)


def test_the_order_of_receipt_within_a_source_counts() -> None:
    reversed_order = [replace(FIRST, received_at=NOON + timedelta(days=3)), SECOND]
    assert content_hash([FIRST, SECOND]) != content_hash(reversed_order)


def test_the_order_of_receipt_between_sources_does_not_count() -> None:
    earlier = replace(OTHER, received_at=NOON - timedelta(days=3))
    assert content_hash([FIRST, OTHER]) == content_hash([FIRST, earlier])


def test_another_file_another_source_or_one_more_file_changes_it() -> None:
    made_of = [[FIRST], [SECOND], [replace(FIRST, source="help")], [FIRST, SECOND], []]
    assert len({content_hash(files) for files in made_of}) == len(made_of)


@pytest.mark.parametrize(
    "name", ["etl/core/need.sql", "etl/mart.py", "data/reference/claims.toml", "requirements.txt"]
)
def test_a_change_in_the_project_changes_it(project: Path, name: str) -> None:
    before = content_hash([FIRST], project)
    with (project / name).open("a") as file:
        file.write("\n")
    assert content_hash([FIRST], project) != before


def test_what_python_leaves_beside_the_code_does_not_count(project: Path) -> None:
    before = content_hash([FIRST], project)
    (project / "etl" / "__pycache__").mkdir()
    (project / "etl" / "__pycache__" / "mart.cpython-311.pyc").write_bytes(b"")
    assert content_hash([FIRST], project) == before
