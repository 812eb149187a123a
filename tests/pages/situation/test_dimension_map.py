"""Facts of the dimension map as a reader opens it."""

import pytest

from app.words import month_name, text
from tests.pages.visits import MONTHS, go, visits
from tests.screen import DIMENSION_MAP, html, opened, words


@pytest.mark.parametrize("month", MONTHS)
def test_the_dimension_map_opens_with_every_measure_and_dimension(month: str) -> None:
    screen = opened(DIMENSION_MAP)
    for codes in visits(month):
        go(screen, codes)
        lang, measure, shown = codes["lang"], codes["measure"], words(screen)
        assert text(lang, "frame.synthetic") in shown
        assert text(lang, f"dimension.{codes['dimension']}") in screen.title[0].value
        maps = screen.get("bidi_component")
        assert len(maps) == (2 if codes["district"] else 1)
        assert len(screen.get("plotly_chart")) == (measure != "baseline")
        assert (text(lang, "baseline.caution") in shown) == (measure == "baseline")
        if measure != "baseline":
            assert month_name(lang, month) in shown


def test_the_table_of_the_map_has_a_row_for_each_district() -> None:
    shown = html(opened(DIMENSION_MAP, measure="need"))
    first_table = shown.split("<tbody>")[1].split("</tbody>")[0]
    assert first_table.count("<tr>") == 26
