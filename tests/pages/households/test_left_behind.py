"""Facts of the list of those left behind as a reader opens it."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.left_behind.filters import STATES
from app.words import LANGUAGES, text
from tests.pages.visits import MONTHS, go
from tests.screen import html, opened, words

LEFT_BEHIND, HOUSEHOLD = "pages/households/left_behind.py", "pages/households/household.py"


def component(screen: AppTest, name: str) -> dict[str, Any]:
    """What a component of this name is given."""
    for element in screen.get("bidi_component"):
        if element.proto.component_name.endswith(name):
            found: dict[str, Any] = json.loads(element.proto.json)
            return found
    raise AssertionError(f"no {name} on the page")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_in_every_month_and_state(language: str) -> None:
    screen = opened(LEFT_BEHIND)
    for month in MONTHS:
        for state in STATES:
            go(screen, {"lang": language, "month": month, "state": state, "district": "4007"})
            assert text(language, f"left_behind.meaning_{state}") in words(screen)


def test_a_number_of_the_matrix_is_that_of_the_list_it_opens() -> None:
    screen = opened(LEFT_BEHIND, lang="en")
    go(screen, {"lang": "en", "state": "waiting", "need": "health"})
    listed = component(screen, "row_list")
    total = listed["shown"].rpartition(" ")[2]
    assert f">{total}</a></td>" in component(screen, "linked")["markup"]


def test_codes_that_do_not_exist_are_told() -> None:
    screen = opened(LEFT_BEHIND, lang="en", state="asleep", need="food", village="4001")
    told = [warning.value for warning in screen.warning]
    assert len(told) == 3
    assert not screen.exception


def test_a_place_of_another_district_is_put_aside() -> None:
    screen = opened(LEFT_BEHIND, lang="en", district="4007", subdistrict="400102")
    assert len(screen.warning) == 1
    assert "subdistrict" not in screen.query_params


def test_another_district_clears_the_places_within_the_old_one() -> None:
    screen = opened(LEFT_BEHIND, lang="en", district="4007", subdistrict="400702")
    assert not screen.warning
    screen.selectbox(key="left_behind_district").select("4012").run()
    assert screen.query_params["district"] == "4012"
    assert "subdistrict" not in screen.query_params
    assert not screen.warning


def test_a_relapse_is_not_asked_for_its_need() -> None:
    screen = opened(LEFT_BEHIND, lang="en", need="health", age="181-")
    screen.segmented_control(key="left_behind_state").set_value("relapsed").run()
    assert screen.query_params["state"] == "relapsed"
    assert "need" not in screen.query_params
    assert "age" not in screen.query_params


def test_the_printed_sheet_has_a_line_and_a_box_for_each_row_shown() -> None:
    screen = opened(LEFT_BEHIND, lang="en", size="25")
    sheet = html(screen).partition('<section class="kk_sheet">')[2]
    assert sheet.count('<td class="tick">') == 25
    assert text("en", "rows.mark_synthetic") in sheet
    assert text("en", "left_behind.chosen_area", area="The whole province") in sheet
