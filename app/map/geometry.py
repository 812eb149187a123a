"""Shapes of districts and sub-districts, as geo/ has drawn them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

GEO = Path(__file__).resolve().parents[2] / "geo"
MARGIN = 12


@dataclass(frozen=True)
class Shape:
    """One area as an SVG path, with its label point and the box around it."""

    code: str
    path: str
    label: tuple[float, float]
    neighbours: tuple[str, ...]


@dataclass(frozen=True)
class Drawing:
    """The areas of one level on one plane, and where their borders come from."""

    shapes: Mapping[str, Shape]
    view_box: tuple[float, ...]
    attribution_th: str
    attribution_en: str

    def attribution(self, language: str) -> str:
        return self.attribution_th if language == "th" else self.attribution_en


@cache
def drawing(level: Literal["district", "subdistrict"]) -> Drawing:
    """A level → its drawing; raises FileNotFoundError when geo/ holds no map of it."""
    document: dict[str, Any] = json.loads((GEO / f"khon_kaen_{level}s.json").read_text("utf-8"))
    shapes = {
        area["code"]: Shape(
            area["code"], area["path"], tuple(area["label"]), tuple(area["neighbours"])
        )
        for area in document["areas"]
    }
    return Drawing(
        shapes,
        tuple(document["view_box"]),
        document["attribution_th"],
        document["attribution_en"],
    )


def view_box(shapes: Iterable[Shape]) -> list[float]:
    """Shapes → the smallest box around them with a margin: left, top, width, height."""
    points = [point for shape in shapes for point in _points(shape.path)]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    margin = MARGIN + max(right - left, bottom - top) / 40
    return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin]


def _points(path: str) -> list[tuple[float, float]]:
    """The corners of a path made of `M x y l dx dy … z` rings."""
    found: list[tuple[float, float]] = []
    for ring in path.removesuffix("z").split("z"):
        start, _, steps = ring.removeprefix("M").partition("l")
        x, y = _numbers(start)
        found.append((x, y))
        numbers = _numbers(steps)
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            found.append((x, y))
    return found


def _numbers(part: str) -> list[float]:
    """The numbers of a part of a path, where a minus sign parts two as well as a space does."""
    return [float(number) for number in part.replace("-", " -").split()]
