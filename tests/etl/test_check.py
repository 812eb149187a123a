"""Facts of how checks are run."""

from pathlib import Path

import duckdb
import pytest

from etl import check
from etl.check import BrokenFactError, check_files, run_checks


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of checks to fill."""
    monkeypatch.setattr(check, "CHECKS", tmp_path)
    return tmp_path


def plant(folder: Path, name: str, sql: str) -> None:
    (folder / f"{name}.sql").write_text(f"-- fact: {name} holds\n{sql}\n", "utf-8")


def test_every_check_runs_in_order_of_name(folder: Path) -> None:
    for name in ("b", "a"):
        plant(folder, name, "select 1 where false")
    told: list[str] = []
    with duckdb.connect() as connection:
        run_checks(connection, told.append)
    assert told == ["a", "b"] == [path.stem for path in check_files()]


def test_a_broken_fact_says_its_name_its_words_and_its_first_rows(folder: Path) -> None:
    plant(folder, "small", "select n as district, null as month from range(4001, 4099) as t(n)")
    with duckdb.connect() as connection, pytest.raises(BrokenFactError) as caught:
        run_checks(connection, lambda _: None)
    assert (caught.value.check, caught.value.fact) == ("small", "small holds")
    assert caught.value.shown_rows.splitlines() == [
        "district  month",
        "4001      None",
        "4002      None",
        "4003      None",
        "4004      None",
        "4005      None",
    ]


def test_no_check_runs_after_a_broken_fact(folder: Path) -> None:
    plant(folder, "a", "select 1")
    plant(folder, "b", "select 1")
    told: list[str] = []
    with duckdb.connect() as connection, pytest.raises(BrokenFactError, match="a holds"):
        run_checks(connection, told.append)
    assert told == ["a"]
