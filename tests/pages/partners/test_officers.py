"""Facts of the page of officers as a reader opens it."""

import pytest

from app.officers.figures import VIEWS
from app.words import LANGUAGES, month_name, text
from tests.pages.partners.parts import component, components
from tests.pages.visits import go
from tests.screen import opened, words

OFFICERS = "pages/partners/officers.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_with_every_list(language: str) -> None:
    screen = opened(OFFICERS)
    for place, view in enumerate(VIEWS):
        district = ("", "4007", "4012")[place % 3]
        go(screen, {"lang": language, "view": view, "district": district, "month": "2020-07"})
        listed = component(screen, "row_list")
        assert listed["caption"].startswith(text(language, f"officers.view_{view}"))
        assert len(components(screen, "linked")) == 2
        assert screen.title[0].value == text(language, "officers.title")


def test_reports_are_those_of_the_last_month_that_has_them() -> None:
    shown = words(opened(OFFICERS, lang="en", month="2020-09"))
    assert f"reports of {month_name('en', '2020-07')}" in shown


def test_an_officer_s_households_are_listed_by_the_link() -> None:
    screen = opened(OFFICERS, lang="en", view="overloaded")
    officer = component(screen, "row_list")["rows"][0]
    go(screen, {"lang": "en", "view": "paired", "official": officer["id"]})
    listed = component(screen, "row_list")
    assert listed["caption"] == f"Households with an officer · officer {officer['id']}"
    assert len(listed["rows"]) == int(officer["cells"][3][0])


def test_the_district_is_chosen_from_a_list() -> None:
    screen = opened(OFFICERS, lang="en")
    screen.selectbox(key="officers_district").set_value("4007").run()
    assert screen.query_params["district"] == "4007" or screen.query_params["district"] == ["4007"]
    assert component(screen, "row_list")["caption"] == "Officers · Nam Phong district"


def test_codes_that_do_not_exist_are_told() -> None:
    screen = opened(OFFICERS, lang="en", view="asleep", official="no one", order="-gap_days")
    assert len(screen.warning) == 3
    assert not screen.exception


def test_records_stay_closed_while_they_are_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.access.may_read_households", lambda build_id: False)
    screen = opened(OFFICERS, lang="en")
    assert not screen.exception
    assert components(screen, "row_list") == []
    assert text("en", "access.closed") in words(screen)
