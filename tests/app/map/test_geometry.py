"""Facts of the drawings and of the box around them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.indicators import areas
from app.map.geometry import Shape, drawing, view_box

STEP = st.tuples(st.integers(-500, 500), st.integers(-500, 500))
RING = st.tuples(STEP, st.lists(STEP, min_size=2, max_size=8))
DISTRICTS = [f"40{number:02}" for number in (*range(1, 26), 29)]


def path_of(rings: list[tuple[tuple[int, int], list[tuple[int, int]]]]) -> str:
    """Rings as a first corner and steps → a path as geo/ writes it: no space before a minus."""
    parts = []
    for (x, y), steps in rings:
        numbers = " ".join(f"{across} {down}" for across, down in steps)
        parts.append(f"M{x} {y}l{numbers}z".replace(" -", "-"))
    return "".join(parts)


def corners(path: str) -> list[tuple[float, float]]:
    """The corners of a path, sign by sign: M sets the place, l moves it."""
    found, x, y = [], 0.0, 0.0
    for command, given_numbers in re.findall(r"([Ml])([^Mlz]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", given_numbers)]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (across, down) if command == "M" else (x + across, y + down)
            found.append((x, y))
    return found


def is_inside(point: tuple[float, float], box: list[float]) -> bool:
    left, top, width, height = box
    return left <= point[0] <= left + width and top <= point[1] <= top + height


@given(st.lists(st.lists(RING, min_size=1, max_size=3), min_size=1, max_size=4))
def test_the_box_holds_every_corner_of_any_shapes(
    drawn: list[list[tuple[tuple[int, int], list[tuple[int, int]]]]],
) -> None:
    paths = [path_of(rings) for rings in drawn]
    box = view_box(Shape("4001", path, (0, 0), ()) for path in paths)
    assert all(is_inside(point, box) for path in paths for point in corners(path))


def test_the_box_of_each_district_holds_its_subdistricts_closely() -> None:
    shapes = drawing("subdistrict").shapes
    for district in DISTRICTS:
        inside = [shape for code, shape in shapes.items() if code[:4] == district]
        box = view_box(inside)
        points = [point for shape in inside for point in corners(shape.path)]
        assert all(is_inside(point, box) for point in points)
        across = [x for x, _ in points]
        assert (max(across) - min(across)) / box[2] > 0.5


def test_the_province_fits_its_own_box() -> None:
    for level in ("district", "subdistrict"):
        map_of = drawing(level)
        box = list(map_of.view_box)
        for shape in map_of.shapes.values():
            assert all(is_inside(point, box) for point in corners(shape.path))
            assert is_inside(shape.label, box)


def test_the_drawings_have_the_areas_of_the_register(build_id: str) -> None:
    register = areas(build_id)
    assert list(drawing("district").shapes) == DISTRICTS == list(register["district"])
    with_polygon = {code for code, area in register["subdistrict"].items() if area.has_polygon}
    assert set(drawing("subdistrict").shapes) == with_polygon
    assert len(with_polygon) == 199


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_origin_of_the_borders_is_told(language: str) -> None:
    assert "OpenGISData" in drawing("district").attribution(language)
