"""Facts of a part of a long list: all parts are the whole in order, and it is read once."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import pytest
import streamlit as st
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import booleans, integers, lists, none, sampled_from, tuples

from app import list_part, warehouse
from app.list_part import Part, count, part
from tests.app.conftest import Ask
from tests.published_warehouse import publish_tables

Given = Sequence[tuple[int | None, str | None]]


def publish_list(data: Path, build_id: str, rows_given: Given) -> None:
    with duckdb.connect() as tables:
        tables.execute("create table list (place_number int, days int, word text)")
        for place, (days, word) in enumerate(rows_given):
            tables.execute("insert into list values ($1, $2, $3)", [place, days, word])
        publish_tables(data, tables, build_id)


SORTED = lists(
    tuples(
        none() | integers(0, 3),
        none() | sampled_from("กขค"),
    )
)


def by_hand(rows_given: list[tuple[int | None, str | None]], order: str) -> list[int]:
    """The places of rows in an order: blanks last, equal ones as they were given."""
    place = {"days": 0, "word": 1}[order.removeprefix("-")]
    known: list[tuple[Any, int]] = []
    blank: list[tuple[Any, int]] = []
    for number, values in enumerate(rows_given):
        (blank if values[place] is None else known).append((values[place], number))
    known.sort(key=lambda each: each[0], reverse=order.startswith("-"))
    return [number for _, number in [*known, *blank]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    given_rows=SORTED,
    order=sampled_from(["days", "-days", "word", "-word"]),
    size=integers(1, 4),
    knows_the_end=booleans(),
    is_long=booleans(),
)
def test_the_parts_of_a_list_are_the_whole_in_order(
    data: Path,
    ask: Ask,
    given_rows: list[tuple[int | None, str | None]],
    order: str,
    size: int,
    knows_the_end: bool,
    is_long: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A long list is counted before it is sorted, its numbers by the thousand: here by three.
    monkeypatch.setattr(list_part, "ROWS_OF_A_LONG_LIST", 0 if is_long else 100)
    monkeypatch.setattr(list_part, "NUMBERS_TOGETHER", 3)
    warehouse._connection.clear()
    st.cache_data.clear()
    publish_list(data, "sorted", given_rows)
    query = ask("from warehouse.list where place_number >= $start")
    total = count("sorted", query, start=0)
    assert total == len(given_rows)
    found = []
    for before in range(0, total + 1, size):
        asked = Part((order, "place_number"), before, size, total if knows_the_end else 0)
        shown = part("sorted", query, asked, start=0)
        assert len(shown) <= size
        found += [row["place_number"] for row in shown]
    assert found == by_hand(given_rows, order)


@pytest.mark.parametrize(
    "column", ["days; drop table list", "days desc", "", "--days", "Days", "1"]
)
def test_what_is_no_column_is_no_order(data: Path, ask: Ask, column: str) -> None:
    publish_list(data, "only", [(1, "ก")])
    with pytest.raises(ValueError, match="is not a column to sort by"):
        part("only", ask("from warehouse.list"), Part((column,), 0, 1))


def test_a_page_is_asked_of_the_build_once_and_a_file_s_rows_every_time(
    data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_list(data, "kept", [(1, "ก"), (2, "ข")])
    asked: list[str] = []

    def answer(build_id: str, statement: str, parameters: dict[str, Any]) -> Any:
        asked.append(statement)
        return warehouse.answer(build_id, statement, parameters)

    monkeypatch.setattr(list_part, "answer", answer)
    query = ask("from warehouse.list where days >= $least")
    for least, times in ((1, 1), (1, 1), (2, 2), (1, 2)):
        found = part("kept", query, Part(("days",), 0, 50), least=least)
        assert [row["days"] for row in found] == [1, 2][least - 1 :]
        assert len(asked) == times
        # What a page does with its rows is nothing to the next reader's.
        found[0]["days"] = None
    of_file = Part(("days",), 0, list_part.MOST_ROWS_KEPT + 1)
    for times in (3, 4):
        part("kept", query, of_file, least=1)
        assert len(asked) == times


def test_a_page_and_a_count_are_those_of_their_own_build_and_folder(
    data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    query, asked = ask("from warehouse.list"), Part(("days",), 0, 50)
    folders = [data / "one", data / "two"]
    for number, (folder, build_id) in enumerate(product(folders, ("first", "second"))):
        monkeypatch.setenv("KHON_KAEN_DATA", str(folder))
        publish_list(folder, build_id, [(number, "ก")] * (number + 1))
        assert count(build_id, query) == number + 1
        assert [row["days"] for row in part(build_id, query, asked)] == [number] * (number + 1)
