"""Facts of links in markup: all codes of the page in both forms, blank ones cleared."""

from app.rows.linked import link
from tests.screen import selection


def test_a_link_keeps_the_selection_and_names_what_a_press_chooses() -> None:
    found = link("officers", selection(lang="en"), "<7>", view="gaps", official="")
    assert 'href="officers?lang=en&amp;' in found
    assert "view=gaps" in found.partition("data-codes")[0]
    assert "official" not in found.partition("data-codes")[0]
    assert 'data-codes="view=gaps&amp;official=">&lt;7&gt;</a>' in found


def test_a_code_of_the_selection_is_cleared_in_the_address_too() -> None:
    found = link("officers", selection(district="4007"), "7", view="gaps", district="")
    assert "district=&amp;" in found.partition("data-codes")[0]
    assert "4007" not in found
