"""Fewer points and whole numbers, without a gap or an overlap between neighbours."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.boundary_error import BoundaryError, listed

# Neighbours digitised apart overlap by a little; more than this is a mistake in the file.
OVERLAP_LIMIT_SHARE = 0.001
# A gap narrower than this between two areas is a digitising error, not land.
GAP_WIDTH_M = 20
AREA_CHANGE_LIMIT_SHARE = 0.001
# Free space around the drawing, as a share of its width, so that thick outlines are not cut.
MARGIN_SHARE = 0.005

Areas = dict[str, Any]


@dataclass(frozen=True)
class Plane:
    """A drawing plane: whole numbers, origin at the top left, y downwards."""

    width: int
    height: int
    left_m: float
    top_m: float
    units_per_m: float

    @classmethod
    def around(cls, areas: Areas, width: int) -> "Plane":
        """Areas in metres and a width in units → the plane that holds them with a margin."""
        left, bottom, right, top = shapely.total_bounds(list(areas.values()))
        margin = width * MARGIN_SHARE
        units_per_m = (width - 2 * margin) / (right - left)
        height = int(np.ceil((top - bottom) * units_per_m + 2 * margin))
        return cls(
            width, height, left - margin / units_per_m, top + margin / units_per_m, units_per_m
        )

    def place(self, coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
        """Coordinates in metres → the same in units of the plane, not yet rounded."""
        return (coordinates - [self.left_m, self.top_m]) * [self.units_per_m, -self.units_per_m]


def matched(boundaries: gpd.GeoSeries) -> Areas:
    """Polygons in metres → the same with identical shared edges.

    Raises BoundaryError when two of them overlap by more than a digitising error.
    """
    shapes = boundaries.array
    codes = list(boundaries.index)
    if pairs := _overlaps(codes, shapes):
        raise BoundaryError("overlap", limit_pct=OVERLAP_LIMIT_SHARE * 100, pairs=listed(pairs))
    if not shapely.coverage_is_valid(shapes, gap_width=GAP_WIDTH_M):
        shapes = shapely.coverage_clean(shapes, gap_width=GAP_WIDTH_M)
    return dict(zip(codes, shapes, strict=True))


def _overlaps(codes: list[str], shapes: NDArray[Any]) -> list[str]:
    """Codes and polygons → pairs like 400101/400102 that overlap by more than the limit."""
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = first < second
    first, second = first[once], second[once]
    shared = shapely.area(shapely.intersection(shapes[first], shapes[second]))
    smaller = np.minimum(shapely.area(shapes[first]), shapely.area(shapes[second]))
    too_much = shared > smaller * OVERLAP_LIMIT_SHARE
    pairs = zip(first[too_much], second[too_much], strict=True)
    return sorted(f"{codes[one]}/{codes[other]}" for one, other in pairs)


def drawn(areas: Areas, plane: Plane, tolerance_m: float) -> Areas:
    """Matched areas in metres → polygons on whole numbers of the plane that still fit exactly.

    `tolerance_m` is the side of the triangles that Visvalingam and Whyatt's method (1993) may
    drop from a border. Raises BoundaryError when an area vanishes or the whole changes by 0.1 %.
    """
    simpler = shapely.coverage_simplify(list(areas.values()), tolerance_m)
    placed = shapely.transform(simpler, plane.place)
    rounded = dict(zip(areas, _rounded(placed), strict=True))
    if vanished := [code for code, shape in rounded.items() if shape.is_empty]:
        raise BoundaryError("vanished", codes=listed(vanished))
    change = area_change_share(areas, rounded, plane)
    if abs(change) >= AREA_CHANGE_LIMIT_SHARE:
        raise BoundaryError(
            "area_changed",
            change_pct=f"{change * 100:+.2f}",
            limit_pct=AREA_CHANGE_LIMIT_SHARE * 100,
        )
    return rounded


def _rounded(shapes: NDArray[Any]) -> list[Any]:
    """Polygons of a coverage → the same coverage on whole numbers, by snap rounding.

    Rounding each polygon alone can make borders cross. So the borders are rounded together,
    and each face between them goes to the polygon that covers most of it.
    """
    borders = shapely.union_all(shapely.boundary(shapes), grid_size=1)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(borders)))
    face, owner = shapely.STRtree(shapes).query(faces, predicate="intersects")
    covered = shapely.area(shapely.intersection(faces[face], shapes[owner]))
    mine: list[list[Any]] = [[] for _ in shapes]
    for number, polygon in enumerate(faces):
        here = covered[face == number]
        # A face that is mostly uncovered is a hole of the whole, such as a lake.
        if here.sum() > polygon.area / 2:
            mine[owner[face == number][here.argmax()]].append(polygon)
    return [shapely.normalize(shapely.coverage_union_all(parts)) for parts in mine]


def area_change_share(areas: Areas, rounded: Areas, plane: Plane) -> float:
    """Areas in metres and as drawn → growth of the whole as a share (0.001 = 0.1 %)."""
    before = shapely.area(shapely.coverage_union_all(list(areas.values())))
    after = shapely.area(shapely.coverage_union_all(list(rounded.values())))
    return float(after / plane.units_per_m**2 / before - 1)


def dissolved(areas: Areas, parents: Mapping[str, str]) -> Areas:
    """Areas and the parent of each code → one polygon for each parent, on the same borders."""
    children: defaultdict[str, list[Any]] = defaultdict(list)
    for code, shape in areas.items():
        children[parents[code]].append(shape)
    return {
        parent: shapely.normalize(shapely.coverage_union_all(children[parent]))
        for parent in sorted(children)
    }
