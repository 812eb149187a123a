"""Facts of the timeline as a reader opens it."""

import json
from pathlib import Path

import pytest

from app.words import LANGUAGES, text
from etl.declaration import read_declarations
from tests.pages.visits import go
from tests.published_warehouse import publish
from tests.screen import TIMELINE, html, opened, words
from tests.small_province import SmallProvince

DECLARED = {each.indicator: each for each in read_declarations()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_opens_with_every_indicator(language: str) -> None:
    screen = opened(TIMELINE)
    for place, (indicator, declared) in enumerate(DECLARED.items()):
        district = ["", "4007"][place % 2]
        districts = ["", "4001,4029"][place // 2 % 2]
        codes = {"lang": language, "indicator": indicator, "month": "2020-02"}
        go(screen, {**codes, "district": district, "districts": districts})
        has_course = declared.period == "month" or indicator == "mpi_contribution"
        assert len(screen.get("plotly_chart")) == has_course
        assert len(screen.get("bidi_component")) == (2 if has_course else 1)
        if indicator != "mpi_contribution":
            assert getattr(declared, f"title_{language}") in words(screen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_indicator_of_parts_is_told_to_have_no_course(language: str) -> None:
    screen = opened(TIMELINE, lang=language, indicator="mpi_contribution")
    assert screen.info[0].value == text(language, "timeline.only_parts")
    assert DECLARED["any_helped"].title_en in words(opened(TIMELINE, lang="en"))


def test_the_table_has_a_row_for_each_place_and_month() -> None:
    rows = html(opened(TIMELINE)).split("<tbody>")[1].split("</tbody>")[0]
    assert rows.count("<tr>") == 27 * 12


def test_what_is_chosen_stands_in_the_link() -> None:
    screen = opened(TIMELINE, lang="en")
    screen.selectbox(key="timeline_indicator").select("health_solved").run()
    screen.multiselect(key="districts_choice").set_value(["4012", "4007"]).run()
    assert dict(screen.query_params) == {
        "lang": "en",
        "indicator": "health_solved",
        "districts": "4012,4007",
    }
    assert not screen.exception


def test_a_doubt_of_one_month_is_told_beside_the_course_of_the_year() -> None:
    links = [link.proto for link in opened(TIMELINE, month="2020-02").get("page_link")]
    assert [link.page for link in links] == ["quality"]


def test_no_line_crosses_a_new_income_line_in_a_warehouse_of_two_editions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    province = SmallProvince()
    province.add("households")
    for month in ("2021-11", "2021-12", "2022-01", "2022-02"):
        province.add("visits", visit_date=f"{month}-15")
    province.add("incomes", household_id="H1", recorded_date="2021-11-10", bmn_year=2021)
    publish(tmp_path, province, "two-editions")
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    screen = opened(TIMELINE, lang="en", indicator="income_poverty_headcount", district="4001")
    assert not screen.exception
    assert "From January 2022: Line 40,000 baht" in words(screen)
    (chart,) = screen.get("plotly_chart")
    drawn = json.loads(chart.proto.spec)
    assert len(drawn["data"]) == 2
    for line in drawn["data"]:
        assert line["x"] == ["Nov 21", "Dec 21", "Line 40,000 baht", "Jan 22", "Feb 22"]
        assert line["connectgaps"] is False
        assert line["y"] == [100, 100, None, 100, 100]
    (mark,) = drawn["layout"]["shapes"]
    assert mark["x0"] == mark["x1"] == "Line 40,000 baht"
