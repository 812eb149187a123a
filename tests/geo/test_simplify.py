"""Fewer points on whole numbers, and still one seamless map."""

from itertools import combinations
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from shapely.geometry import MultiPoint, Polygon, box

from geo.boundary_error import BoundaryError
from geo.simplify import Areas, Plane, area_change_share, dissolved, drawn, matched

SIDE_M = 100_000.0
CENTRES = st.lists(st.tuples(st.floats(0.2, 0.8), st.floats(0.2, 0.8)), min_size=16, max_size=16)


def boundaries(*shapes: Any) -> gpd.GeoSeries:
    return gpd.GeoSeries(list(shapes), index=[str(number) for number in range(len(shapes))])


def counties(centres: list[tuple[float, float]]) -> gpd.GeoSeries:
    """A place in each cell of a 4 by 4 grid → 16 areas with waving borders, 100 by 100 km."""
    grid = [(column, row) for column in range(4) for row in range(4)]
    points = [
        ((column + x) * SIDE_M / 4, (row + y) * SIDE_M / 4)
        for (column, row), (x, y) in zip(grid, centres, strict=True)
    ]
    cells = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(points)))
    inside = shapely.intersection(cells, box(0, 0, SIDE_M, SIDE_M))
    return boundaries(*shapely.transform(shapely.segmentize(inside, 200), waving))


def waving(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(points + 300 * np.sin(points[:, ::-1] / 1500))


def overlap(areas: Areas) -> float:
    pairs = combinations(areas.values(), 2)
    return float(sum(one.intersection(other).area for one, other in pairs))


def holes(areas: Areas) -> int:
    union = shapely.union_all(list(areas.values()))
    return sum(len(part.interiors) for part in shapely.get_parts(union))


@settings(max_examples=25, deadline=None)
@given(CENTRES)
def test_a_drawn_map_has_no_sliver_no_overlap_and_its_old_area(
    centres: list[tuple[float, float]],
) -> None:
    areas = matched(counties(centres))
    plane = Plane.around(areas, 2000)
    shapes = drawn(areas, plane, tolerance_m=500)
    assert shapes.keys() == areas.keys()
    assert all(shape.is_valid for shape in shapes.values())
    assert overlap(shapes) == 0
    assert holes(shapes) == 0
    assert abs(area_change_share(areas, shapes, plane)) < 0.001
    coordinates = shapely.get_coordinates(list(shapes.values()))
    assert (coordinates == coordinates.round()).all()
    assert len(coordinates) < len(shapely.get_coordinates(list(areas.values()))) / 4


def test_the_plane_holds_the_areas_with_a_margin_and_north_above() -> None:
    areas = {"0": box(0, 0, 10_000, 20_000)}
    plane = Plane.around(areas, 1000)
    left_bottom, right_top = plane.place(np.array([[0.0, 0.0], [10_000.0, 20_000.0]]))
    assert (plane.width, plane.height) == (1000, 1990)
    assert left_bottom == pytest.approx([5, 1985])
    assert right_top == pytest.approx([995, 5])


def test_an_enclosed_gap_as_narrow_as_a_digitising_error_is_closed() -> None:
    pocket = box(9_990, 4_000, 10_010, 6_000)
    left, right = box(0, 0, 10_000, 10_000) - pocket, box(10_000, 0, 20_000, 10_000) - pocket
    assert holes(matched(boundaries(left, right))) == 0


def test_an_enclosed_lake_stays_open() -> None:
    lake = box(9_000, 4_000, 11_000, 6_000)
    left, right = box(0, 0, 10_000, 10_000) - lake, box(10_000, 0, 20_000, 10_000) - lake
    areas = matched(boundaries(left, right))
    assert holes(areas) == 1
    assert holes(drawn(areas, Plane.around(areas, 2000), tolerance_m=200)) == 1


def test_a_small_overlap_goes_to_one_of_the_two() -> None:
    areas = matched(boundaries(box(0, 0, 10_005, 10_000), box(10_000, 0, 20_000, 10_000)))
    assert overlap(areas) == 0
    assert sum(area.area for area in areas.values()) == pytest.approx(2e8)


def test_a_large_overlap_is_refused_with_the_pair() -> None:
    with pytest.raises(BoundaryError, match="0/2") as refused:
        matched(
            boundaries(
                box(0, 0, 10_000, 10_000),
                box(20_000, 0, 30_000, 10_000),
                box(9_900, 0, 20_000, 10_000),
            )
        )
    assert refused.value.reason == "overlap"
    assert "1/2" not in refused.value.message_en


def test_an_area_too_small_to_draw_is_refused_by_its_code() -> None:
    areas = {"large": box(0, 0, 100_000, 100_000), "small": box(100_000, 0, 100_001, 1)}
    with pytest.raises(BoundaryError, match="small") as refused:
        drawn(areas, Plane.around(areas, 100), tolerance_m=0)
    assert refused.value.reason == "vanished"
    assert "large" not in refused.value.message_en


def test_an_outline_that_loses_a_thousandth_of_the_area_is_refused() -> None:
    dented = box(0, 0, 10_000, 10_000) - Polygon([(4_000, 10_000), (5_000, 9_000), (6_000, 10_000)])
    areas = {"dented": dented}
    plane = Plane.around(areas, 2000)
    assert drawn(areas, plane, tolerance_m=100).keys() == {"dented"}
    with pytest.raises(BoundaryError) as refused:
        drawn(areas, plane, tolerance_m=2_000)
    assert refused.value.reason == "area_changed"
    assert "+1.01" in refused.value.message_en


def test_children_dissolve_into_one_polygon_for_each_parent() -> None:
    areas = {"b1": box(2, 0, 3, 1), "a1": box(0, 0, 1, 1), "a2": box(1, 0, 2, 1)}
    merged = dissolved(areas, {"a1": "a", "a2": "a", "b1": "b"})
    assert list(merged) == ["a", "b"]
    assert merged["a"].equals(box(0, 0, 2, 1))
    assert merged["b"].equals(box(2, 0, 3, 1))
