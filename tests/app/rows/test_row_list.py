"""Facts of the row list's data: cells in the order of columns, and words in both languages."""

import pytest

from app.rows.paging import paging
from app.rows.row_list import Cell, Column, Line, href, row_list_data
from app.words import LANGUAGES
from tests.screen import selection

COLUMNS = (Column("name", "ชื่อ", is_sortable=True), Column("state", "สถานะ", "mark"))


def test_cells_stand_below_their_heads_and_a_missing_one_is_blank() -> None:
    lines = [
        Line("H1", {"state": Cell("ยังรอ", "12 วัน", "urgent"), "name": "บ้านหนึ่ง"}, "household?id=1"),
        Line("H2", {"name": "บ้านสอง"}),
    ]
    data = row_list_data(selection(), COLUMNS, lines, paging({}, 2, "name"), "รายการ")
    assert data["rows"] == [
        {
            "id": "H1",
            "href": "household?id=1",
            "cells": [["บ้านหนึ่ง", "", ""], ["ยังรอ", "12 วัน", "urgent"]],
        },
        {"id": "H2", "href": None, "cells": [["บ้านสอง", "", ""], ["", "", ""]]},
    ]


def test_a_cell_without_a_column_is_an_error() -> None:
    with pytest.raises(KeyError):
        row_list_data(
            selection(), COLUMNS, [Line("H1", {"age": "1"})], paging({}, 1, "name"), "รายการ"
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_is_told_which_rows_these_are(language: str) -> None:
    shown = paging({"page": "2"}, 1234, "name")
    data = row_list_data(selection(lang=language), COLUMNS, [], shown, "รายการ")
    for figure in ("51", "100", "1,234"):
        assert figure in data["shown"]
    assert (data["page"], data["pages"]) == (2, 25)


def test_a_link_carries_the_selection_and_the_row() -> None:
    found = href("household", selection(district="4007"), household="H 1&2")
    assert found.startswith("household?lang=th&")
    assert "&district=4007&" in found
    assert found.endswith("&household=H+1%262")
