"""From polygons on whole numbers to SVG paths, label points and neighbours."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

Number = int | float
LABEL_DECIMALS_AT_MOST = 3


def svg_path(shape: Any) -> str:
    """A polygon on whole numbers → a path such as M0 0l10 0 0 10z, one M…l…z for each ring.

    Holes run the other way round, so that every fill rule leaves them open.
    """
    return "".join(_ring_path(ring) for ring in _rings(shapely.orient_polygons(shape)))


def _rings(shape: Any) -> Iterator[Any]:
    for polygon in shapely.get_parts(shape):
        yield polygon.exterior
        yield from polygon.interiors


def _ring_path(ring: Any) -> str:
    # The closing point is the first one again, and z draws the way back to it.
    points = shapely.get_coordinates(ring)[:-1].astype(int)
    steps = "".join(f"{value} " for value in np.diff(points, axis=0).ravel())
    # A minus sign parts two numbers as well as a space does.
    return f"M{points[0][0]} {points[0][1]}l{steps.strip()}z".replace(" -", "-")


def label_point(shape: Any) -> list[Number]:
    """A polygon → the point inside it farthest from its border, on whole numbers if one fits."""
    centre = shapely.get_point(shapely.maximum_inscribed_circle(shape), 0)
    for decimals in range(LABEL_DECIMALS_AT_MOST + 1):
        x, y = round(centre.x, decimals), round(centre.y, decimals)
        if shapely.contains_xy(shape, x, y):
            return [int(x), int(y)] if decimals == 0 else [x, y]
    raise ValueError("no label point stands inside the polygon")


def neighbours(areas: dict[str, Any]) -> dict[str, list[str]]:
    """Areas of one coverage → for each code the codes that share a border of positive length."""
    owners: defaultdict[frozenset[tuple[float, float]], set[str]] = defaultdict(set)
    for code, shape in areas.items():
        for ring in _rings(shape):
            points = list(map(tuple, shapely.get_coordinates(ring).tolist()))
            for segment in pairwise(points):
                owners[frozenset(segment)].add(code)
    found: dict[str, set[str]] = {code: set() for code in areas}
    for sharing in owners.values():
        for code in sharing:
            found[code] |= sharing - {code}
    return {code: sorted(codes) for code, codes in found.items()}
