"""Small boundary files, good and bad, and the command that reads them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
from click.testing import CliRunner, Result
from shapely.geometry import Polygon

from geo.build import main


def strips(codes: Sequence[str]) -> dict[str, Any]:
    """Codes → areas of 11 by 11 km side by side near Chiang Mai, each border with one bend."""
    edges = [99.0 + 0.1 * position for position in range(len(codes) + 1)]
    return {
        code: Polygon(
            [
                (left, 18),
                (left + 0.03, 18.05),
                (left, 18.1),
                (right, 18.1),
                (right + 0.03, 18.05),
                (right, 18),
            ]
        )
        for code, (left, right) in zip(codes, pairwise(edges), strict=True)
    }


def write_boundaries(
    path: Path, areas: Mapping[str, Any], column: str = "code", crs: str = "EPSG:4326"
) -> Path:
    """A path and areas by code → the boundary file; its ending decides the format."""
    table = gpd.GeoDataFrame({column: list(areas)}, geometry=list(areas.values()), crs=crs)
    table.to_file(path)
    return path


def run_build(
    file: Path,
    *options: str,
    code_column: str = "code",
    expect_districts: int = 1,
    expect_subdistricts: int = 1,
) -> Result:
    """A boundary file → what the command answers; it writes d.json and s.json beside the file."""
    required = {
        "--code-column": code_column,
        "--districts": str(file.parent / "d.json"),
        "--subdistricts": str(file.parent / "s.json"),
        "--expect-districts": str(expect_districts),
        "--expect-subdistricts": str(expect_subdistricts),
        "--attribution-th": "ขอบเขต: แผนที่ทดสอบ",
        "--attribution-en": "Boundaries: a test",
    }
    words = [part for option in required.items() for part in option]
    return CliRunner().invoke(main, [str(file), *words, *options])
