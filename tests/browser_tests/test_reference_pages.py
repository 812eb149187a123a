"""Facts of definitions, data quality, poverty and the timeline in a browser."""

from playwright.sync_api import Page, expect

from tests.browser_tests.view import (
    DEFINITIONS,
    DIMENSION_MAP,
    DISTRICTS,
    INDICATOR_MAP,
    POVERTY,
    QUALITY,
    TIMELINE,
    codes_in_link,
    codes_of,
    expect_in_link,
    expect_view,
    open_view,
    pressed,
    row,
    shape,
)

GRID = ".st-key-course_grid .kk"


def test_an_indicator_is_chosen_by_keyboard_and_its_link_opens_the_same(
    page: Page, origin: str
) -> None:
    open_view(page, origin, DEFINITIONS, lang="en")
    family = page.locator('.kk_indicators [data-family="solved"]')
    family.locator("summary").press("Enter")
    family.locator('[data-indicator="health_solved"]').press("Enter")
    expect_in_link(page, indicator="health_solved")
    expect(page.locator(".kk_definition h2")).to_have_text(
        "Households whose need in health is solved"
    )
    title = page.locator(".kk_definition h2").inner_text()
    page.goto(page.url)
    expect_view(page, DEFINITIONS)
    expect(page.locator(".kk_definition h2")).to_have_text(title)
    expect(page.locator(".kk_indicators [aria-current]")).to_have_attribute(
        "data-indicator", "health_solved"
    )
    expect(family).to_have_attribute("open", "")


def test_the_query_of_a_figure_can_be_unfolded(page: Page, origin: str) -> None:
    open_view(page, origin, DEFINITIONS, indicator="education_helped")
    code = page.locator(".kk_definition code")
    expect(code).to_be_hidden()
    page.locator(".kk_definition summary").press("Enter")
    expect(code).to_contain_text("from village_dimension_month")


def test_a_cutoff_and_a_district_change_the_map_and_the_link(page: Page, origin: str) -> None:
    open_view(page, origin, POVERTY, lang="en")
    large = page.locator(INDICATOR_MAP)
    assert codes_of(large) == DISTRICTS
    page.get_by_text("At least 2 deprivations").last.click()
    expect_in_link(page, cutoff="2")
    expect(large.locator(".whole strong")).to_have_text("0.22 %")
    shape(large, "4007").click()
    expect_in_link(page, district="4007")
    expect(page.locator(".kk_poverty .cutoffs thead")).to_contain_text("Nam Phong")
    expect_view(page, POVERTY)
    assert pressed(large) == ["4007"]


def test_a_combination_is_drawn_in_joined_dots(page: Page, origin: str) -> None:
    open_view(page, origin, POVERTY)
    lines = page.locator(".kk_poverty .combinations tbody tr")
    assert lines.count() == 22
    dots = lines.locator("td.dot:not(.off)").evaluate_all(
        "dots => dots.map(dot => getComputedStyle(dot, '::before').backgroundColor)"
    )
    assert len(set(dots)) == 1
    expect(lines.first.locator("td.dot:not(.off)")).to_have_count(1)


def test_the_grid_has_a_tile_for_each_district_where_it_lies(page: Page, origin: str) -> None:
    open_view(page, origin, TIMELINE, lang="en")
    tiles = page.locator(f"{GRID} .tile")
    expect(tiles).to_have_count(len(DISTRICTS))
    places = tiles.evaluate_all(
        """tiles => Object.fromEntries(tiles.map(tile => {
            const { x, y } = tile.getBoundingClientRect();
            return [tile.dataset.place, [Math.round(x), Math.round(y)]];
        }))"""
    )
    assert len({tuple(place) for place in places.values()}) == len(DISTRICTS)
    north, south, west, east = (places[code] for code in ("4019", "4015", "4020", "4009"))
    assert north[1] < west[1] < south[1]
    assert west[0] < north[0] < east[0]


def test_pressed_districts_stand_in_the_link_and_the_fifth_replaces_the_first(
    page: Page, origin: str
) -> None:
    open_view(page, origin, TIMELINE)
    chosen = ["4007", "4001", "4012", "4029", "4005"]
    for code in chosen:
        page.locator(f'{GRID} [data-place="{code}"]').press("Enter")
    expect_in_link(page, districts=",".join(chosen[1:]))
    expect(page.locator(f'{GRID} .tile[aria-pressed="true"]')).to_have_count(4)
    page.locator(f'{GRID} [data-place="4001"]').press("Enter")
    expect_in_link(page, districts="4012,4029,4005")


def test_the_year_plays_on_the_map_of_any_indicator(page: Page, origin: str) -> None:
    open_view(page, origin, TIMELINE, indicator="households_visited", month="2020-07")
    large = page.locator(INDICATOR_MAP)
    before = large.locator(".whole strong").inner_text()
    large.locator("[data-play]").click()
    expect(large.locator("[data-play]")).to_have_text("หยุด")
    expect_in_link(page, month="2020-09")
    expect(large.locator("[data-play]")).to_have_text("เล่นทั้งปี")
    assert large.locator(".whole strong").inner_text() != before


def test_a_doubtful_figure_is_marked_and_leads_to_its_reasons(page: Page, origin: str) -> None:
    codes = {"lang": "en", "dimension": "education", "measure": "baseline"}
    open_view(page, origin, DIMENSION_MAP, **codes)
    for code in ("4002", "4005", "4019"):
        expect(row(page, code).locator(".kk_doubt")).to_be_visible()
    expect(row(page, "4001").locator(".kk_doubt")).to_be_hidden()
    page.get_by_role("link", name="Ban Fang, Chum Phae, Khao Suan Kwang").click()
    page.wait_for_url("**/quality?**")
    expect_view(page, QUALITY)
    assert codes.items() <= codes_in_link(page).items()
    zeros = page.locator(".kk_quality .rule", has_text="Suspicious zero")
    expect(zeros).to_have_attribute("open", "")
    expect(zeros).to_contain_text("Khao Suan Kwang")
