"""Facts of the monthly course."""

from app.course import course_lines
from app.indicators import months, series
from tests.screen import selection


def test_the_province_comes_first_and_the_district_chosen_second(build_id: str) -> None:
    province, districts = (
        series(build_id, ("housing_solved",), level)["housing_solved"]
        for level in ("province", "district")
    )
    chosen = selection(lang="en", measure="solved", dimension="housing", district="4007")
    lines = course_lines(build_id, chosen, province, districts)
    assert list(lines) == ["Province", "Nam Phong"]
    assert lines["Province"] == [province[month]["40"] for month in months(build_id)]
    assert lines["Nam Phong"] == [districts[month]["4007"] for month in months(build_id)]


def test_without_a_district_there_is_one_line(build_id: str) -> None:
    found = series(build_id, ("housing_solved",), "province")["housing_solved"]
    assert len(course_lines(build_id, selection(), found, {})) == 1
