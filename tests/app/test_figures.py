"""Facts of figures in words."""

import pytest

from app.figures import digits, figure, share
from app.indicators import Cell
from app.words import LANGUAGES, text


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        ("pct", 95.2, "95.2"),
        ("pct", 100.0, "100.0"),
        ("pct", 2.2474, "2.25"),
        ("pct", 0.0196, "0.0196"),
        ("pct", 0.0, "0.0"),
        ("index", 0.2218, "0.222"),
        ("index", 0.004985, "0.00499"),
        ("index", 0.0, "0.000"),
        ("households", 1174, "1,174"),
        ("persons", 1_140_733, "1,140,733"),
    ],
)
def test_a_small_share_does_not_read_as_nothing(unit: str, value: float, shown: str) -> None:
    assert digits(unit, value) == shown


def test_a_figure_has_its_unit_and_a_missing_one_its_reason() -> None:
    assert figure("en", "pct", Cell(95.2, 1, 2, None)) == text("en", "map.value_pct", value="95.2")
    assert figure("en", "households", Cell(12, 12, None, None)) == text(
        "en", "map.value_households", value="12"
    )
    assert figure("en", "pct", Cell(None, None, None, "suppressed")) == "suppressed"
    assert figure("en", "pct", Cell(None, None, None, None)) == "no data"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_numerator_in_parts_is_not_shown_as_a_count(language: str) -> None:
    cell = Cell(0.17, 194_756_481, 1112, None)
    assert "194" not in share(language, cell, 1_000_000)
    assert "1,112" in share(language, cell, 1_000_000)
    assert "751" in share(language, Cell(67.6, 751, 1112, None), 1)
    assert share(language, Cell(None, None, None, "suppressed"), 1) == ""
    assert share(language, Cell(12, 12, None, None), 1) == ""
