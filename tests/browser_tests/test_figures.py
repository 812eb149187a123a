"""Facts of the figures on screen: each is the mart's, asked and worded a second time."""

import duckdb
import pytest
from playwright.sync_api import Page, expect

from tests.browser_tests import mart
from tests.browser_tests.view import (
    BOARD,
    DIMENSION_MAP,
    DIMENSIONS,
    DISTRICT_MAP,
    OVERVIEW,
    SUBDISTRICT_MAP,
    figure_of,
    open_view,
    row,
    shape,
    spoken,
)

Warehouse = duckdb.DuckDBPyConnection
PROVINCE = "40"


@pytest.mark.parametrize(("language", "month"), [("th", "2020-09"), ("en", "2019-12")])
def test_the_small_maps_say_what_the_mart_holds(
    page: Page, origin: str, sample: Warehouse, language: str, month: str
) -> None:
    open_view(page, origin, OVERVIEW, lang=language, month=month)
    name_of = mart.names(sample, language)
    for measure in ("helped", "solved", "need"):
        page.locator(f'{BOARD} [data-option="{measure}"]').click()
        for dimension in DIMENSIONS:
            indicator = f"{dimension}_{measure}"
            whole = mart.cells(sample, indicator, "province", month)[PROVINCE]
            unit = "" if measure == "need" else " %"
            figure = figure_of(page, dimension)
            expect(figure.locator(".value")).to_have_text(mart.figure(indicator, whole) + unit)
            expect(figure.locator(".share")).to_have_text(mart.share(language, whole))
            districts = mart.cells(sample, indicator, "district", month)
            said = mart.spoken(language, indicator, districts, name_of)
            for code in mart.doubtful(sample, indicator, month):
                said[code] += f" · {mart.DOUBTFUL[language]}"
            assert spoken(figure) == said


@pytest.mark.parametrize(
    ("dimension", "measure", "indicator"),
    [
        ("housing", "helped", "housing_helped"),
        ("housing", "solved", "housing_solved"),
        ("education", "need", "education_need"),
        ("welfare", "baseline", "tpmap_access"),
    ],
)
def test_map_list_and_headline_say_what_the_mart_holds(
    page: Page, origin: str, sample: Warehouse, dimension: str, measure: str, indicator: str
) -> None:
    codes = {"dimension": dimension, "measure": measure, "month": "2020-03"}
    open_view(page, origin, DIMENSION_MAP, lang="en", **codes)
    districts = mart.cells(sample, indicator, "district", "2020-03")
    large = page.locator(DISTRICT_MAP)
    assert spoken(large) == mart.spoken("en", indicator, districts, mart.names(sample, "en"))

    whole = mart.cells(sample, indicator, "province", "2020-03")[PROVINCE]
    unit = "" if measure == "need" else " %"
    expect(large.locator(".whole strong")).to_have_text(mart.figure(indicator, whole) + unit)
    expect(large.locator(".whole")).to_contain_text(mart.share("en", whole))

    for code, cell in districts.items():
        shown = "no case" if cell.value is None else mart.figure(indicator, cell)
        expect(row(page, code).locator(".figure")).to_have_text(shown)
        expect(row(page, code).locator(".share")).to_have_text(mart.share("en", cell))


def test_the_list_goes_from_most_to_least_and_ends_with_the_missing(
    page: Page, origin: str, sample: Warehouse
) -> None:
    open_view(page, origin, DIMENSION_MAP, dimension="housing", month="2020-03")
    rows: list[str] = page.locator(f"{DISTRICT_MAP} [data-row]").evaluate_all(
        "rows => rows.map(row => row.dataset.row)"
    )
    found = mart.cells(sample, "housing_helped", "district", "2020-03")
    values = [found[code].value for code in rows]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=True)
    assert values == [*known, *[None] * (len(values) - len(known))]
    assert len(known) < len(values)


@pytest.mark.parametrize(
    ("language", "district", "measure", "indicator", "note"),
    [
        ("th", "4007", "solved", "housing_solved", "suppressed"),
        ("en", "4001", "baseline", "tpmap_living", "not_collected"),
    ],
)
def test_a_sub_district_without_a_figure_says_why(
    page: Page,
    origin: str,
    sample: Warehouse,
    language: str,
    district: str,
    measure: str,
    indicator: str,
    note: str,
) -> None:
    codes = {"district": district, "measure": measure, "month": "2020-03"}
    open_view(page, origin, DIMENSION_MAP, lang=language, dimension="housing", **codes)
    units = {
        code: cell
        for code, cell in mart.cells(sample, indicator, "subdistrict", "2020-03").items()
        if code.startswith(district)
    }
    below = page.locator(SUBDISTRICT_MAP)
    said = mart.spoken(language, indicator, units, mart.names(sample, language))
    drawn = spoken(below)
    assert drawn == {code: said[code] for code in drawn}
    assert note in {units[code].note for code in drawn}
    listed = below.locator("[data-row]").evaluate_all("rows => rows.map(row => row.dataset.row)")
    assert sorted(listed) == sorted(units)


@pytest.mark.parametrize("path", [OVERVIEW, DIMENSION_MAP])
def test_the_tooltip_says_what_a_screen_reader_says(page: Page, origin: str, path: str) -> None:
    open_view(page, origin, path, lang="en")
    holder = figure_of(page, "health") if path == OVERVIEW else page.locator(DISTRICT_MAP)
    area = shape(holder, "4010")
    tip = page.locator(".kk .tip")
    expect(tip).to_be_hidden()
    area.hover()
    expect(tip).to_have_text(str(area.get_attribute("aria-label")))
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
