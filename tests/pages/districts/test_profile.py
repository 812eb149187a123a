"""Facts of the profile as a reader opens it."""

import pytest

from app.words import LANGUAGES, month_name, text
from tests.pages.visits import MONTHS, go
from tests.screen import DIMENSION_MAP, OVERVIEW, html, opened, words

PROFILE = "pages/districts/profile.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_opens_in_every_month(language: str) -> None:
    screen = opened(PROFILE)
    for month in MONTHS:
        for district in ("4007", "4029"):
            go(screen, {"lang": language, "district": district, "month": month})
            shown = words(screen)
            to_do = text(language, "profile.to_do", month=month_name(language, month))
            assert to_do in shown
            first = text(language, "overview.changes_first")
            assert (first in shown) == (month == MONTHS[0])
            assert html(screen).count('class="kk_profile"') == 3
            assert len(screen.get("bidi_component")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_district_one_is_chosen_from_list_or_map(language: str) -> None:
    screen = opened(PROFILE, lang=language)
    assert text(language, "profile.chooser") in html(screen)
    assert len(screen.get("bidi_component")) == 1
    screen.selectbox(key="district_choice").select("4012").run()
    assert screen.query_params["district"] == "4012"
    assert len(screen.header) > 5
    screen.selectbox(key="district_choice").set_value(None).run()
    assert "district" not in screen.query_params
    assert text(language, "profile.chooser") in html(screen)


def test_a_task_leads_to_the_list_of_households_or_officers_that_it_speaks_of() -> None:
    links = [link.proto for link in opened(PROFILE, lang="en", district="4007").get("page_link")]
    views = {"not visited": "view=not_visited", "missing or late": "view=not_on_time"}
    for words_of_task, view in views.items():
        (link,) = [link for link in links if words_of_task in link.label]
        assert link.page == "officers"
        assert {view, "district=4007"} <= set(link.query_string.split("&"))
    waiting = [link for link in links if "not yet helped" in link.label]
    assert waiting
    for link in waiting:
        assert link.page == "left_behind"
        assert "district=4007" in link.query_string
        assert "need=" in link.query_string


@pytest.mark.parametrize("page", [OVERVIEW, DIMENSION_MAP])
def test_a_chosen_district_leads_to_its_profile(page: str) -> None:
    label = text("en", "profile.open")
    assert label not in words(opened(page, lang="en"))
    links = opened(page, lang="en", district="4007", month="2020-03").get("page_link")
    (link,) = [link.proto for link in links if link.proto.label == label]
    assert link.page == "profile"
    for code in ("district=4007", "month=2020-03", "lang=en"):
        assert code in link.query_string
