"""Facts of every view: pages in both languages, light and dark, on phone, desk and projector.

Each view is opened once and looked at from all sides; its pictures are left in screenshots/.
"""

from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.browser import ROOT
from tests.browser_tests.faults import watch
from tests.browser_tests.view import (
    AGENCIES,
    CHAIN,
    CHANGES,
    COMPARE,
    DEFINITIONS,
    DIMENSION_MAP,
    EQUITY,
    HOUSEHOLD,
    IMPORTS,
    LEFT_BEHIND,
    OFFICERS,
    OVERVIEW,
    POVERTY,
    PROFILE,
    QUALITY,
    REFERRALS,
    REPEATED_HELP,
    TIMELINE,
    open_view,
)

SCREENSHOTS = ROOT / "screenshots"
WIDTHS_PX = (390, 1366, 1920)
OWN_MARKUP = (
    ".kk",
    ".kk_beside",
    ".kk_cards",
    ".kk_chain",
    ".kk_chains",
    ".kk_changes",
    ".kk_counts",
    ".kk_definition",
    ".kk_equity",
    ".kk_household",
    ".kk_indicators",
    ".kk_notice",
    ".kk_poverty",
    ".kk_profile",
    ".kk_quality",
    ".kk_repeated",
    ".kk_sentence",
    ".kk_source",
    ".kk_table",
)
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
}
# Its icons, and what its link to the main part is drawn in before the theme has come.
STREAMLIT_TYPEFACES = {"Material Symbols Rounded", "Source Sans"}
# Streamlit scrolls an element inside the page: a picture of all of it needs a window as high.
ROOM_BELOW_PX = 80
ROW_HEIGHT_PX_AT_LEAST = 40
THAI_LINE_HEIGHT_AT_LEAST = 1.4

SIDEWAYS = """
() => ['html', '[data-testid=stMain]'].filter(selector => {
    const part = document.querySelector(selector);
    return part.scrollWidth > part.clientWidth;
})
"""
# Text runs out of a block that is narrower than its words, whether it is cut off there or not.
# What scrolls sideways by itself (the wide table) is meant to.
OVERFLOWING = """
own => [...document.querySelectorAll(own.map(name => `${name}, ${name} *`).join(', '))]
    .filter(part => part instanceof HTMLElement && part.checkVisibility())
    .filter(part => getComputedStyle(part).display !== 'inline')
    .filter(part => !['auto', 'scroll'].includes(getComputedStyle(part).overflowX))
    .filter(part => part.scrollWidth > part.clientWidth + 1)
    .map(part => `${part.tagName}.${part.className}: ${part.textContent.slice(0, 40)}`)
"""
# Thai stacks vowels and tone marks above and below its letters.
CRAMPED = """
([own, least]) => [...document.querySelectorAll(own.map(name => `${name} *`).join(', '))]
    .filter(part => part instanceof HTMLElement && part.checkVisibility())
    .filter(part => [...part.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && /[\\u0e01-\\u0e5b]/.test(node.data)))
    .filter(part => {
        const style = getComputedStyle(part);
        return parseFloat(style.lineHeight) < least * parseFloat(style.fontSize);
    })
    .map(part => `${part.tagName}.${part.className}: ${part.textContent.slice(0, 40)}`)
"""
OTHER_TYPEFACES = """
() => [...document.querySelectorAll('[data-testid=stMain] *')]
    .filter(part => [...part.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .filter(part => part.checkVisibility())
    .map(part => getComputedStyle(part).fontFamily)
    .filter(family => !/^"?(Sarabun|Material Symbols)/.test(family))
"""


Scheme = Literal["light", "dark"]


class View(NamedTuple):
    """A page with its codes, in one colour scheme; the name says what its pictures show."""

    name: str
    path: str
    codes: dict[str, str]
    scheme: Scheme


# How many areas a view of a page draws at least.
LEAST_SHAPES = {
    OVERVIEW: 26,
    DIMENSION_MAP: 26,
    TIMELINE: 26,
    POVERTY: 26,
    COMPARE: 0,
    PROFILE: 3,
    DEFINITIONS: 0,
    QUALITY: 0,
    LEFT_BEHIND: 0,
    HOUSEHOLD: 0,
    CHAIN: 0,
    REPEATED_HELP: 0,
    EQUITY: 0,
    AGENCIES: 0,
    OFFICERS: 0,
    REFERRALS: 0,
    IMPORTS: 0,
    CHANGES: 0,
}
PAGES = {"overview": OVERVIEW, "dimension_map": DIMENSION_MAP}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
VIEWS = [
    *(
        View(f"{name}_{language}_{scheme}", PAGES[name], {"lang": language}, scheme)
        for name, language, scheme in product(PAGES, ("th", "en"), SCHEMES)
    ),
    View("compare_th_light_nam_phong", COMPARE, {"district": "4007"}, "light"),
    View(
        "compare_en_dark_target_poor",
        COMPARE,
        {"lang": "en", "indicator": "tpmap_target_poor", "measure": "solved"},
        "dark",
    ),
    View("profile_th_light_nam_phong", PROFILE, {"district": "4007"}, "light"),
    View("profile_en_dark_pueai_noi", PROFILE, {"lang": "en", "district": "4011"}, "dark"),
    View("profile_th_light_chooser", PROFILE, {}, "light"),
    View("timeline_th_light_two_districts", TIMELINE, {"districts": "4007,4012"}, "light"),
    View("timeline_en_dark_survey", TIMELINE, {"lang": "en", "indicator": "tpmap_health"}, "dark"),
    View("poverty_th_light_nam_phong", POVERTY, {"district": "4007"}, "light"),
    View("poverty_en_dark_cutoff_2", POVERTY, {"lang": "en", "cutoff": "2"}, "dark"),
    View("definitions_th_light", DEFINITIONS, {"indicator": "education_helped"}, "light"),
    View(
        "definitions_en_dark_headcount",
        DEFINITIONS,
        {"lang": "en", "indicator": "mpi_headcount"},
        "dark",
    ),
    View("imports_th_light", IMPORTS, {}, "light"),
    View("imports_en_dark", IMPORTS, {"lang": "en"}, "dark"),
    View("changes_th_light_only_one", CHANGES, {}, "light"),
    View("quality_th_light", QUALITY, {}, "light"),
    View("quality_en_dark_chum_phae", QUALITY, {"lang": "en", "district": "4005"}, "dark"),
    View("left_behind_th_light_nam_phong", LEFT_BEHIND, {"district": "4007"}, "light"),
    View("left_behind_en_dark_relapsed", LEFT_BEHIND, {"lang": "en", "state": "relapsed"}, "dark"),
    View("household_th_light", HOUSEHOLD, {"household": "HH-CHMFP7"}, "light"),
    View("household_en_dark", HOUSEHOLD, {"lang": "en", "household": "HH-CHMFP7"}, "dark"),
    View("household_th_light_chooser", HOUSEHOLD, {}, "light"),
    View("chain_th_light", CHAIN, {}, "light"),
    View(
        "chain_en_dark_health_relief",
        CHAIN,
        {"lang": "en", "need": "health", "class": "relief", "stage": "found", "month": "2020-03"},
        "dark",
    ),
    View("repeated_help_th_light", REPEATED_HELP, {}, "light"),
    View(
        "repeated_help_en_dark_cleared",
        REPEATED_HELP,
        {"lang": "en", "verdict": "not_duplicate"},
        "dark",
    ),
    View("equity_th_light", EQUITY, {}, "light"),
    View("equity_en_dark_pueai_noi", EQUITY, {"lang": "en", "district": "4011"}, "dark"),
    View("agencies_th_light", AGENCIES, {}, "light"),
    View(
        "agencies_en_dark_baht_nam_phong",
        AGENCIES,
        {"lang": "en", "count": "baht", "district": "4007", "view": "movements"},
        "dark",
    ),
    View("officers_th_light_july", OFFICERS, {"month": "2020-07"}, "light"),
    View("officers_en_dark_gaps", OFFICERS, {"lang": "en", "view": "gaps"}, "dark"),
    View("referrals_th_light", REFERRALS, {}, "light"),
    View(
        "referrals_en_dark_nam_phong",
        REFERRALS,
        {"lang": "en", "district": "4007", "state": "all"},
        "dark",
    ),
    View(
        "dimension_map_th_light_district_nam_phong_housing_solved_march",
        DIMENSION_MAP,
        {"district": "4007", "dimension": "housing", "month": "2020-03", "measure": "solved"},
        "light",
    ),
    View(
        "dimension_map_en_dark_district_mueang_baseline_living",
        DIMENSION_MAP,
        {"lang": "en", "district": "4001", "dimension": "housing", "measure": "baseline"},
        "dark",
    ),
    View(
        "overview_th_light_district_nam_phong_march",
        OVERVIEW,
        {"district": "4007", "month": "2020-03"},
        "light",
    ),
]


@pytest.fixture(scope="module", params=VIEWS, ids=lambda view: view.name)
def view(request: pytest.FixtureRequest) -> View:
    found: View = request.param
    return found


@pytest.fixture(scope="module")
def shown(view: View, browser: BrowserContext, origin: str) -> Iterator[Page]:
    """The view's page, opened once for all the tests that only look at it."""
    with browser.new_page() as page:
        faults = watch(page, origin)
        page.emulate_media(color_scheme=view.scheme)
        open_view(page, origin, view.path, **view.codes)
        yield page
        assert faults == []


def show_all(page: Page, width_px: int) -> None:
    """Makes the window as wide as asked, and as high as all that the page holds."""
    page.set_viewport_size({"width": width_px, "height": 800})
    height_px = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": width_px, "height": height_px + ROOM_BELOW_PX})


def test_our_own_markup_has_no_accessibility_violation(shown: Page) -> None:
    show_all(shown, 1366)
    shown.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    present = [[part] for part in OWN_MARKUP if shown.locator(part).count()]
    found = Axe().run(shown, context={"include": present}, options=RULES)
    shown.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width_px", WIDTHS_PX)
def test_nothing_runs_out_of_its_place(shown: Page, view: View, width_px: int) -> None:
    show_all(shown, width_px)
    assert shown.evaluate(SIDEWAYS) == []
    assert shown.evaluate(OVERFLOWING, OWN_MARKUP) == []
    assert shown.evaluate(CRAMPED, [OWN_MARKUP, THAI_LINE_HEIGHT_AT_LEAST]) == []
    SCREENSHOTS.mkdir(exist_ok=True)
    picture = SCREENSHOTS / f"{view.name}_{width_px}px.png"
    shown.screenshot(path=picture)
    assert picture.stat().st_size > 0


def test_rows_of_the_list_are_high_enough_for_a_finger(shown: Page) -> None:
    show_all(shown, 390)
    heights = shown.locator(".kk .rows button").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height)"
    )
    assert [height for height in heights if height < ROW_HEIGHT_PX_AT_LEAST] == []


def test_the_official_typeface_comes_from_this_server(shown: Page, origin: str) -> None:
    loaded = shown.evaluate(
        "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
    )
    assert set(loaded) - STREAMLIT_TYPEFACES == {"Sarabun"}
    assert shown.evaluate(OTHER_TYPEFACES) == []
    files = shown.evaluate(
        """performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => name.includes('Sarabun'))"""
    )
    assert files
    assert [file for file in files if not file.startswith(f"{origin}/")] == []


def test_print_keeps_the_maps(shown: Page, view: View) -> None:
    show_all(shown, 1366)
    shown.emulate_media(media="print")
    visible = shown.locator(".kk .shapes path").evaluate_all(
        "shapes => shapes.filter(shape => shape.checkVisibility() && shape.getBBox().width).length"
    )
    shown.emulate_media(media="screen")
    assert visible == shown.locator(".kk .shapes path").count()
    assert visible >= LEAST_SHAPES[view.path]


@pytest.mark.parametrize(
    ("style", "judge", "arguments"),
    [
        ("width: 3000px", SIDEWAYS, None),
        ("width: 10px", OVERFLOWING, OWN_MARKUP),
        ("line-height: 1.2", CRAMPED, [OWN_MARKUP, THAI_LINE_HEIGHT_AT_LEAST]),
    ],
)
def test_a_planted_fault_of_layout_is_seen(
    page: Page, style: str, judge: str, arguments: object
) -> None:
    markup = '<div data-testid="stMain"><div class="kk"><p style="{}">ที่อยู่อาศัย</p></div></div>'
    page.set_content(markup.format("line-height: 1.6"))
    assert page.evaluate(judge, arguments) == []
    page.set_content(markup.format(style))
    assert page.evaluate(judge, arguments) != []


def test_axe_sees_a_planted_fault(page: Page) -> None:
    page.set_content('<div class="kk"><svg><path role="button" d="M0 0h9v9z"/></svg></div>')
    found = Axe().run(page, context={"include": [[".kk"]]}, options=RULES)
    assert found.violations_count > 0
