"""What a browser paints for the paths of a map file."""

import json
import re
from itertools import accumulate
from pathlib import Path
from typing import Any

from shapely.geometry import Polygon

GEO = Path(__file__).resolve().parents[2] / "geo"


def rings_of(path: str) -> list[list[tuple[int, int]]]:
    """An SVG path of relative line steps → the corners of each ring, as they are drawn."""
    rings = []
    for ring in path.removesuffix("z").split("z"):
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        across, down = accumulate(numbers[::2]), accumulate(numbers[1::2])
        rings.append(list(zip(across, down, strict=True)))
    return rings


def painted(path: str) -> Any:
    """An SVG path → the area that it fills."""
    whole = Polygon()
    for corners in rings_of(path):
        whole = whole.symmetric_difference(Polygon(corners))
    return whole


def areas_of(path: Path) -> list[dict[str, Any]]:
    """A map file → its areas."""
    areas: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["areas"]
    return areas


def shapes_of(path: Path) -> dict[str, Any]:
    """A map file → what is painted for each code."""
    return {area["code"]: painted(area["path"]) for area in areas_of(path)}
