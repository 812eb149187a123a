"""Facts of the looks: each kind of figure and of missing figure is drawn in a way of its own."""

from itertools import combinations
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser_tests.view import (
    DIMENSION_MAP,
    DISTRICT_MAP,
    OVERVIEW,
    SUBDISTRICT_MAP,
    figure_of,
    open_view,
)

CLASSES = {f"class_{place}" for place in range(1, 6)}
# Look → how it is painted: its colour, or the ground, line and drawing of its pattern.
PAINTED = """
shapes => Object.fromEntries(shapes.map(shape => {
    const look = [...shape.classList].find(name => name.startsWith('look_')).slice(5);
    const fill = getComputedStyle(shape).fill;
    if (!fill.startsWith('url')) return [look, fill];
    const pattern = document.querySelector(fill.match(/#[^")]+/)[0]);
    const [ground, line] = pattern.children;
    const colours = [getComputedStyle(ground).fill, getComputedStyle(line).stroke,
        getComputedStyle(line).fill];
    return [look, [...colours, line.getAttribute('d')].join(' ')];
}))
"""
Scheme = Literal["light", "dark"]


def painted(shapes: Locator) -> dict[str, str]:
    found: dict[str, str] = shapes.evaluate_all(PAINTED)
    return found


def looks_in_view(page: Page) -> dict[str, str]:
    """Every look on the page's maps and legends, as it is painted."""
    return painted(page.locator(".kk .area"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("codes", "looks"),
    [
        (
            {"district": "4007", "dimension": "housing", "month": "2020-03", "measure": "solved"},
            {"zero", "suppressed", "not_applicable"},
        ),
        (
            {"district": "4001", "dimension": "welfare", "measure": "baseline"},
            {"zero", "not_collected"},
        ),
    ],
)
def test_every_look_is_painted_differently(
    page: Page, origin: str, scheme: Scheme, codes: dict[str, str], looks: set[str]
) -> None:
    page.emulate_media(color_scheme=scheme)
    open_view(page, origin, DIMENSION_MAP, **codes)
    shapes = page.locator(f"{DISTRICT_MAP} .shapes path, {SUBDISTRICT_MAP} .shapes path")
    assert looks <= painted(shapes).keys()
    found = looks_in_view(page)
    assert found.keys() == looks | CLASSES | {"zero"}
    alike = [(a, b) for a, b in combinations(found, 2) if found[a] == found[b]]
    assert alike == []


def test_light_and_dark_are_painted_differently(page: Page, origin: str) -> None:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        open_view(page, origin, OVERVIEW)
        found.append(looks_in_view(page))
    light, dark = found
    assert light.keys() == dark.keys()
    assert {look for look in light if light[look] == dark[look]} == set()


def test_zero_and_missing_have_a_line_around_them_and_a_place_in_the_legend(
    page: Page, origin: str
) -> None:
    codes = {"dimension": "housing", "month": "2020-03", "measure": "solved"}
    open_view(page, origin, DIMENSION_MAP, **codes)
    large = page.locator(DISTRICT_MAP)
    outlined = large.locator(".shapes .look_zero, .shapes .look_not_applicable")
    assert outlined.count() > 0
    expect(large.locator(".edge")).to_have_count(outlined.count())
    for look in ("zero", "not_applicable"):
        expect(large.locator(f".legend .look_{look}")).to_have_count(1)


def test_a_colour_means_the_same_in_every_month_and_dimension(page: Page, origin: str) -> None:
    open_view(page, origin, OVERVIEW, month="2020-01")
    early = looks_in_view(page)
    late = {}
    open_view(page, origin, OVERVIEW, month="2020-09")
    for dimension in ("education", "housing"):
        late.update(painted(figure_of(page, dimension).locator(".shapes path")))
    solid = [look for look in late if look in CLASSES]
    assert len(solid) > 2
    assert {look: late[look] for look in solid} == {look: early[look] for look in solid}
