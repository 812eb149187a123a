"""Paths, label points and neighbours of any shape on whole numbers."""

from typing import Any

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LinearRing, MultiPolygon, Polygon, box

from geo.draw import label_point, neighbours, svg_path
from tests.geo.map_shapes import painted, rings_of

SIDE = 5
CELLS = [(column, row) for column in range(SIDE) for row in range(SIDE)]
OWNERS = st.lists(st.sampled_from("abc"), min_size=len(CELLS), max_size=len(CELLS))


def coverage(owners: list[str]) -> dict[str, Any]:
    """An owner for each cell of a grid → the area of each owner, with holes and islands."""
    return {
        owner: shapely.union_all(
            [
                box(10 * column, 10 * row, 10 * column + 10, 10 * row + 10)
                for (column, row), mine in zip(CELLS, owners, strict=True)
                if mine == owner
            ],
            grid_size=1,
        )
        for owner in sorted(set(owners))
    }


def test_a_square_is_drawn_by_steps_from_its_first_corner() -> None:
    square = Polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    assert svg_path(square) == "M0 0l10 0 0 10-10 0z"


def test_a_hole_runs_the_other_way_round() -> None:
    frame = box(0, 0, 30, 30) - box(10, 10, 20, 20)
    path = svg_path(frame)
    outer, inner = (LinearRing(corners) for corners in rings_of(path))
    assert outer.is_ccw != inner.is_ccw
    assert painted(path).equals(frame)


def test_two_islands_are_two_rings_of_one_path() -> None:
    islands = MultiPolygon([box(0, 0, 10, 10), box(20, 0, 30, 10)])
    assert svg_path(islands).count("z") == 2
    assert painted(svg_path(islands)).equals(islands)


@settings(deadline=None)
@given(OWNERS)
def test_a_browser_paints_exactly_the_shape(owners: list[str]) -> None:
    for shape in coverage(owners).values():
        assert painted(svg_path(shape)).symmetric_difference(shape).area == 0


@settings(deadline=None)
@given(OWNERS)
def test_a_label_point_lies_inside_its_shape(owners: list[str]) -> None:
    for shape in coverage(owners).values():
        assert shape.contains(shapely.Point(label_point(shape)))


def test_a_label_point_is_whole_unless_the_shape_is_too_thin() -> None:
    assert label_point(box(0, 0, 10, 20))[0] == 5
    across, _ = label_point(Polygon([(0, 0), (1, 0), (1, 100), (0, 100)]))
    assert 0 < across < 1


@settings(deadline=None)
@given(OWNERS)
def test_neighbours_are_the_owners_of_cells_side_by_side(owners: list[str]) -> None:
    owner_of = dict(zip(CELLS, owners, strict=True))
    expected: dict[str, set[str]] = {owner: set() for owner in owners}
    for (column, row), owner in owner_of.items():
        for beside in ((column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)):
            if owner_of.get(beside, owner) != owner:
                expected[owner].add(owner_of[beside])
    assert neighbours(noded(coverage(owners))) == {
        owner: sorted(others) for owner, others in expected.items()
    }


def noded(areas: dict[str, Any]) -> dict[str, Any]:
    """Areas → the same with a point wherever two borders meet, as drawn maps have them."""
    return dict(zip(areas, shapely.coverage_clean(list(areas.values())), strict=True))


def test_areas_that_meet_in_one_point_are_not_neighbours() -> None:
    corner_to_corner = {"a": box(0, 0, 10, 10), "b": box(10, 10, 20, 20)}
    assert neighbours(corner_to_corner) == {"a": [], "b": []}
