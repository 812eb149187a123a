"""Facts of tables in plain text."""

import pytest

from etl.text_table import text_table, width


def test_columns_are_aligned_as_told() -> None:
    rows = [["source", "rows"], ["needs", "1,000"], ["help", "7"]]
    assert text_table(rows, "lr").splitlines() == [
        "source   rows",
        "needs   1,000",
        "help        7",
    ]


@pytest.mark.parametrize(("word", "columns"), [("ที่", 1), ("จำนวน", 5), ("ครัวเรือน", 7), ("", 0)])
def test_marks_above_and_below_take_no_room(word: str, columns: int) -> None:
    assert width(word) == columns


def test_no_line_ends_in_spaces() -> None:
    assert text_table([["a", "long"], ["b", ""]], "ll").splitlines() == ["a  long", "b"]
