"""Facts of the reader of the warehouse: which build it reads, whose answer it gives, what it bars.

Each test asks through queries of its own, so that it tells what the tables hold and no more.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest

from app import warehouse
from app.warehouse import NoWarehouseError, rows, serving_build
from tests.app.conftest import Ask
from tests.published_warehouse import point_to, publish_tables

THREADS, QUESTIONS = 16, 480


def publish_number(data: Path, build_id: str, number: int) -> None:
    with duckdb.connect() as tables:
        tables.execute("create table fact as select $number as number", {"number": number})
        publish_tables(data, tables, build_id)


def test_without_a_pointer_there_is_no_warehouse(data: Path) -> None:
    with pytest.raises(NoWarehouseError):
        serving_build()


@pytest.mark.parametrize(
    "pointer",
    [
        "",
        "{",
        "null",
        "[]",
        '"20201001"',
        "{}",
        '{"file": "a.duckdb"}',
        '{"build_id": null}',
        '{"build_id": "gone"}',
        "\N{NULL}\N{NULL}",
    ],
)
def test_a_pointer_that_is_damaged_or_leads_nowhere_is_no_warehouse(
    data: Path, pointer: str
) -> None:
    point_to(data, pointer)
    with pytest.raises(NoWarehouseError):
        serving_build()


def test_a_pointer_that_is_not_text_is_no_warehouse(data: Path) -> None:
    point_to(data, "")
    (data / "warehouse" / "current.json").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(NoWarehouseError):
        serving_build()


def test_a_build_whose_file_is_gone_is_no_warehouse(data: Path, ask: Ask) -> None:
    publish_number(data, "gone-soon", 1)
    (data / "warehouse" / "gone-soon.duckdb").unlink()
    with pytest.raises(NoWarehouseError):
        rows("gone-soon", ask("from warehouse.fact"))


def test_a_new_build_is_read_by_the_next_call(data: Path, ask: Ask) -> None:
    question = ask("select number from warehouse.fact")
    for number in (1, 2, 3):
        publish_number(data, f"next-call-{number}", number)
        assert serving_build() == f"next-call-{number}"
        assert rows(serving_build(), question) == [{"number": number}]
    # A reader in the middle of a page goes on with the build it began with.
    assert rows("next-call-1", question) == [{"number": 1}]


def test_only_the_last_builds_stay_open_and_an_older_one_is_opened_again(
    data: Path, ask: Ask
) -> None:
    question = ask("select number from warehouse.fact")
    for number in range(warehouse.BUILDS_KEPT_OPEN + 2):
        publish_number(data, f"many-{number}", number)
        rows(serving_build(), question)
    assert rows("many-0", question) == [{"number": 0}]


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('{folder}/secret.csv')",
        "select * from read_text('{folder}/secret.csv')",
        "select * from glob('{folder}/*')",
        "select * from '{folder}/secret.csv'",
        "copy (select 1) to '{folder}/written.csv'",
        "attach '{folder}/other.duckdb'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "insert into warehouse.fact values (2)",
        "drop table warehouse.fact",
    ],
)
def test_sql_reaches_nothing_but_the_build_and_changes_nothing(
    data: Path, ask: Ask, statement: str
) -> None:
    (data / "secret.csv").write_text("a\n1\n", "utf-8")
    publish_number(data, "barred", 1)
    with pytest.raises(duckdb.Error):
        rows("barred", ask(statement.format(folder=data)))
    assert rows("barred", ask("from warehouse.fact")) == [{"number": 1}]
    assert not (data / "written.csv").exists()


def test_each_thread_gets_the_answer_to_its_own_question(data: Path, ask: Ask) -> None:
    publish_number(data, "threads", 1)
    questions = [
        ask(f"select {kind} * 1000 + $number as answer from warehouse.fact, range({kind + 1}) as r")
        for kind in range(THREADS)
    ]

    def answers(number: int) -> list[Any]:
        kind = number % THREADS
        return [row["answer"] for row in rows("threads", questions[kind], number=number)]

    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(answers, range(QUESTIONS)))
    assert found == [
        [number % THREADS * 1000 + number] * (number % THREADS + 1) for number in range(QUESTIONS)
    ]


def test_a_folder_with_a_quote_in_its_name_is_read(
    data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = ask("select number from warehouse.fact")
    publish_number(data, "quoted", 7)
    quoted = data.rename(data.with_name("governor's"))
    monkeypatch.setenv("KHON_KAEN_DATA", str(quoted))
    monkeypatch.setattr(warehouse, "QUERIES", quoted / "queries")
    assert rows(serving_build(), question) == [{"number": 7}]


def test_blank_is_none(data: Path, ask: Ask) -> None:
    publish_number(data, "blank", 1)
    assert rows("blank", ask("select cast(null as double) as value")) == [{"value": None}]
