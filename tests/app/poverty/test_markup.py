"""Facts of the poverty tables as HTML: what is drawn is also said."""

import re
from html import unescape

import pytest

from app.indicators import Cell
from app.poverty.markup import combinations_markup, contributions_markup, cutoffs_markup
from app.poverty.measures import TPMAP_DIMENSIONS, Combination, Place
from app.words import LANGUAGES, text

ALONE = Combination(("education",), 300, 120)
TOGETHER = Combination(("health", "income"), 100, 40)
NOBODY = Cell(None, 0, 0, "not_applicable")


def body_rows(markup: str) -> list[str]:
    return re.findall(r"<tr.*?</tr>", markup.split("<tbody>")[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_combination_is_drawn_in_dots_and_said_in_words(language: str) -> None:
    alone, together = body_rows(combinations_markup(language, [ALONE, TOGETHER]))
    dots = re.findall(r'<td class="(dot[^"]*)"', together)
    assert dots == [
        "dot before",
        "dot off after before",
        "dot off after before",
        "dot after",
        "dot off",
    ]
    said = unescape(together)
    assert (
        text(language, "poverty.and").join(
            text(language, f"group.{name}") for name in TOGETHER.dimensions
        )
        in said
    )
    assert said.count('"' + text(language, "poverty.fails") + '"') == 2
    assert said.count('"' + text(language, "poverty.passes") + '"') == 3
    assert "width: 100.0%" in alone
    assert "width: 33.3%" in together
    assert '<td class="number">300</td><td class="number quiet">75.0</td>' in alone


def test_no_combination_draws_an_empty_table() -> None:
    assert body_rows(combinations_markup("th", [])) == []


def test_the_chosen_cutoff_is_marked_and_what_nobody_fails_has_no_intensity() -> None:
    place = Place("40", "Khon Kaen")
    cells = [Cell(2.0, 20, 1000, None), Cell(0.25, 25, 20, None), Cell(0.005, 25, 1000, None)]
    none = [Cell(0.0, 0, 1000, None), NOBODY, Cell(0.0, 0, 1000, None)]
    first, second = body_rows(cutoffs_markup("en", "2", {place: {"1": cells, "2": none}}))
    assert "chosen" not in first
    assert '<tr class="chosen">' in second
    assert re.findall(r'class="number">([^<]*)<', first) == ["20", "2.00", "0.250", "0.00500"]
    assert re.findall(r'class="number">([^<]*)<', second) == ["0", "0.0", "no case", "0.000"]


def test_each_place_has_a_bar_in_each_dimension() -> None:
    cells = {name: Cell(20.0, 20, 100, None) for name in TPMAP_DIMENSIONS}
    two = {Place("40", "A"): cells, Place("4007", "B"): {**cells, "health": NOBODY}}
    rows = body_rows(contributions_markup("en", two))
    assert len(rows) == 10
    assert sum("rowspan" in row for row in rows) == 5
    assert "no case" in rows[1]
    assert "20 of 100" in unescape(rows[0]).replace("\N{NO-BREAK SPACE}", " ")
