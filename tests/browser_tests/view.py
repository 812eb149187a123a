"""Opening a view of the dashboard by its link, choosing in it, and reading what its maps show."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Locator, Page, expect

DIMENSIONS = ("occupation", "education", "health", "housing", "welfare")
DISTRICTS = [str(code) for code in (*range(4001, 4026), 4029)]
OVERVIEW, DIMENSION_MAP = "/", "/dimension_map"
COMPARE, PROFILE = "/compare", "/profile"
TIMELINE, POVERTY = "/timeline", "/poverty"
DEFINITIONS, QUALITY = "/definitions", "/quality"
IMPORTS, CHANGES = "/imports", "/changes"
LEFT_BEHIND, HOUSEHOLD = "/left_behind", "/household"
CHAIN, REPEATED_HELP, EQUITY = "/chain", "/repeated_help", "/equity"
AGENCIES, OFFICERS, REFERRALS = "/agencies", "/officers", "/referrals"
BOARD = ".st-key-small_maps .kk"
DISTRICT_MAP = ".st-key-districts_map .kk"
INDICATOR_MAP = ".st-key-indicator_map .kk"
SUBDISTRICT_MAP = ".st-key-subdistricts_map .kk"
FIRST_MAP = {
    OVERVIEW: BOARD,
    DIMENSION_MAP: DISTRICT_MAP,
    TIMELINE: INDICATOR_MAP,
    POVERTY: INDICATOR_MAP,
}
MAPS = {OVERVIEW: len(DIMENSIONS), DIMENSION_MAP: 1, TIMELINE: 1, POVERTY: 1}


def open_view(page: Page, origin: str, path: str, **codes: str) -> None:
    """A page's path and the codes of a link → the view, drawn to its end."""
    page.goto(f"{origin}{path}?{urlencode(codes)}")
    expect_view(page, path)


def expect_view(page: Page, path: str) -> None:
    """Waits until a page's maps and its last paragraph are drawn and the server is at rest."""
    if path in FIRST_MAP:
        shapes = page.locator(f"{FIRST_MAP[path]} .shapes path")
        expect(shapes).to_have_count(MAPS[path] * len(DISTRICTS))
    expect(page.locator(".kk_source")).to_be_visible()
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning"
    )


def codes_in_link(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def expect_in_link(page: Page, /, **codes: str | None) -> None:
    """Waits until the address holds these codes; None is a code that it must not hold."""
    page.wait_for_function(
        """codes => Object.entries(codes).every(
            ([name, code]) => new URLSearchParams(location.search).get(name) === code)""",
        arg=codes,
    )


def figure_of(page: Page, dimension: str) -> Locator:
    """A dimension's small map with its figures."""
    return page.locator(f'{BOARD} [data-dimension="{dimension}"]')


def shape(holder: Locator, code: str) -> Locator:
    """The shape of an area in the one map that a holder has."""
    return holder.locator(f'.shapes [data-code="{code}"]')


def row(page: Page, code: str) -> Locator:
    """The row of a district in the list beside the large map."""
    return page.locator(f'{DISTRICT_MAP} [data-row="{code}"] button')


def codes_of(holder: Locator) -> list[str]:
    """The codes of all shapes of a map, as they stand in the page's own tree."""
    found: list[str] = holder.locator(".shapes path").evaluate_all(
        "shapes => shapes.map(shape => shape.dataset.code)"
    )
    return found


def spoken(holder: Locator) -> dict[str, str]:
    """Code → what a screen reader says of the area."""
    found: dict[str, str] = holder.locator(".shapes path").evaluate_all(
        """shapes => Object.fromEntries(shapes.map(
            shape => [shape.dataset.code, shape.getAttribute('aria-label')]))"""
    )
    return found


def pressed(holder: Locator) -> list[str]:
    """The codes of the shapes that are marked as chosen."""
    found: list[str] = holder.locator('.shapes path[aria-pressed="true"]').evaluate_all(
        "shapes => shapes.map(shape => shape.dataset.code)"
    )
    return found
